"""Which fields of a record a form shows at once, which it folds away, and which it leaves alone."""

from __future__ import annotations

from collections.abc import Mapping

from liantu.library.parsing.record import Record

_FIRST: Mapping[str, str] = {
    "product": "name short unit want generic raw utility aka definition uses barrier gate cost",
    "enterprise": "name short county kind aka chains honours capacities note source",
    "capacity": "product amount unit status since as_of own_use note source",
    "project": "name status state kind county enterprise owner chain department phases start due"
    " investment invested progress progress_at problem land energy emissions requires excludes when"
    " note as_of source",
    "scenario": "name note date projects stops plants external ambition utilisation thin counting"
    " drill",
    "drill": "shocks measures days stock deduced substitution outside",
    "shock": "enterprise product county outside share start days",
    "measure": "kind of enterprise product share day days who note",
    "project_choice": "project on phase since",
    "stop": "enterprise since",
    "plant": "enterprise product amount unit since",
    "phase": "product amount unit status since note",
    "supply": "claim product supplier customer mode amount unit share stock_days essential"
    " substitutes note source",
    "source": "title publisher date url note",
    "cluster": "name county scale year products honours note source",
    "figure": "item text amount unit year source",
    "park": "name county area status note source",
    "chain": "name short field leads key confidence evidence plan source",
    "input": "per_unit unit basis role key reason source",
    "byproduct": "per_unit unit basis source",
    "route": "name kind inputs byproducts default",
    "product_gate": "kind class item text effect since source",
    "gate": "kind class item text effect since products gbt source",
    "honour": "name year level",
    "quantity": "text amount unit",
    "key_link": "product kind why",
    "request": "text kind enterprise owner project department status raised due done result note",
    "finding": "text product project chain department status raised due done result note",
    "visit": "date kind office chain enterprises projects others text findings requests note",
    "meeting": "name date kind product project parties others department status due done result"
    " note",
    "exit": "text enterprise owner product amount unit rule department status due done result",
    "memo": "text state product enterprise chain date office result",
    "assignment": "enterprise office post since until note",
    "policy": "name support issuer number since until text honours chains counties products other"
    " office source",
}
"""Record → the keys that stand first, in their order."""
_APART: Mapping[str, str] = {
    "chain": "id stages members sections groups lines",
    "section": "id",
    "stage": "id",
    "line": "id",
    "project": "state_text",
    "route": "mass",
}
"""Fields that have their place on the map or in the settings, or that only a reader needs."""


def shown(record: Record) -> tuple[str, ...]:
    """The keys of the fields that stand first."""
    told = _FIRST.get(record.name)
    keys = told.split() if told else [f.key for f in record.fields]
    return tuple(k for k in keys if k not in _APART.get(record.name, "").split())


def folded(record: Record) -> tuple[str, ...]:
    """The keys of the others, in the order of the file."""
    first = {*shown(record)}
    keys = (f.key for f in record.fields if f.key not in first)
    return tuple(k for k in keys if k not in _APART.get(record.name, "").split())
