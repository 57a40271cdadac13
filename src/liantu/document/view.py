"""How a folder is looked at as plain values of JSON: kept from day to day and handed on in files.

What is read was :func:`liantu.document.sound.sound` at best: of what names a thing that the folder
does not have, each falls back alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TypeVar

from liantu.document.sound import Plain, sound
from liantu.model.atlas import Atlas
from liantu.model.drill import NO_DRILL, Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.focus import (
    AUTO,
    CHARTS,
    CITY,
    HOME,
    LISTS_PAGE,
    MAP,
    PLAN,
    PLANS,
    POSTER,
    REPORT,
    SEGMENTS,
    SHOWN,
    TILES,
    TREE,
    WHOLE,
    Focus,
)
from liantu.model.nouns import Status
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
from liantu.model.target import Target

PAGES = frozenset({HOME, MAP, POSTER, LISTS_PAGE, CHARTS, REPORT, PLAN})
UTILISATION, THIN = (0.0, 1.0), (0.0, 10.0)
"""What they are above, and at most, as :mod:`liantu.library.fields.format` has them."""


@dataclass(frozen=True, slots=True)
class View:
    """What is looked at, and under which date and assumptions."""

    focus: Focus
    scenario: Scenario


@dataclass(frozen=True, slots=True)
class Offers:
    """Ids that this program has, beside those of the folder: lenses and the lists of a focus."""

    lenses: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()


def plain(view: View) -> Plain:
    """``view`` in values of JSON."""
    focus = {f.name: _told(getattr(view.focus, f.name)) for f in fields(Focus)}
    return {"focus": focus, "scenario": plain_scenario(view.scenario)}


def plain_scenario(scenario: Scenario) -> Plain:
    """Date and assumptions alone, of these only what is assumed."""
    found: Plain = {"date": scenario.date}
    for item in fields(Scenario):
        value = getattr(scenario, item.name)
        if value not in ("", None, (), {}, NO_DRILL):
            found[item.name] = _value(value)
    return found


def _value(value: object) -> object:
    if isinstance(value, tuple):
        return [str(part) if isinstance(part, str) else asdict(part) for part in value]
    return asdict(value) if isinstance(value, Drill) else value


def restored(raw: object, atlas: Atlas, offers: Offers) -> View:
    """The view that ``raw`` tells of, as far as the folder and this program still have it."""
    told = sound(raw)
    return View(
        _focus(told.get("focus", {}), atlas, offers), _scenario(told.get("scenario", {}), atlas)
    )


# -- what the folder has


def _focus(told: Plain, atlas: Atlas, offers: Offers) -> Focus:
    found = Focus(**{**told, **{name: _aim(told.get(name)) for name in _AIMS}})
    usual, scopes = Focus(), {SHOWN, CITY, *atlas.chains}
    found = replace(
        found,
        page=found.page if found.page in PAGES else usual.page,
        lens=found.lens if found.lens in offers.lenses else usual.lens,
        county=found.county if found.county in _counties(atlas) else "",
        view=found.view if found.view in (SEGMENTS, TREE) else usual.view,
        detail=found.detail if found.detail in (TILES, AUTO, WHOLE) else usual.detail,
        list=found.list if found.list in offers.lists else usual.list,
        scope=found.scope if found.scope in scopes else usual.scope,
        plan=found.plan if found.plan in PLANS else usual.plan,
        left=found.left if _stands(atlas, found.left) else None,
        right=found.right if _stands(atlas, found.right) else None,
    )
    return _within(found, atlas)


def _within(focus: Focus, atlas: Atlas) -> Focus:
    """Without what is no longer there; without its chain, nothing of it stays chosen."""
    chain = atlas.chains.get(focus.chain)
    if chain is None and focus.chain:
        page = HOME if focus.page == MAP else focus.page
        return replace(focus.opened(""), page=page)
    sections = {section.id for section in chain.sections} if chain else set()
    return replace(
        focus,
        section=focus.section if focus.section in sections else None,
        target=focus.target if focus.target and atlas.has(focus.target) else None,
        map=focus.map if focus.firm in atlas.enterprises else None,
        fold=focus.fold if focus.fold in atlas.products else "",
    )


def _stands(atlas: Atlas, side: Target | None) -> bool:
    """Whether it can stand beside another: a chain or a county that there is."""
    known = {"chain": atlas.chains.keys(), "county": _counties(atlas)}
    return side is not None and side.id in known.get(side.kind, ())


def _counties(atlas: Atlas) -> set[str]:
    return {*atlas.library.region.counties, *(e.county for e in atlas.enterprises.values())}


def _scenario(told: Plain, atlas: Atlas) -> Scenario:
    """The scenario, of which what names a thing that there is not is left out."""
    known = Scenario(id=told.get("id", "") if told.get("id") in atlas.scenarios else "")
    return replace(
        known,
        name=told.get("name", ""),
        note=told.get("note", ""),
        date=told.get("date", ""),
        external=_products(told, "external", atlas),
        ambition=_products(told, "ambition", atlas),
        utilisation=_above(told.get("utilisation"), UTILISATION),
        thin=_above(told.get("thin"), THIN),
        counting=tuple(Status(word) for word in told.get("counting", ()) if word in _STATUSES),
        weights=told.get("weights", {}),
        projects=_kept(ProjectChoice, told.get("projects", ()), {"project": atlas.projects}),
        stops=_kept(Stop, told.get("stops", ()), {"enterprise": atlas.enterprises}),
        plants=_kept(
            Plant,
            told.get("plants", ()),
            {"enterprise": atlas.enterprises, "product": atlas.products},
        ),
        drill=_drill(told.get("drill", {}), atlas),
    )


def _drill(told: Plain, atlas: Atlas) -> Drill:
    """The drill, without what fails and is nowhere, and without what was done about it."""
    rows = [Shock(**{"id": "", **r, "kind": ShockKind(r["kind"])}) for r in told.get("shocks", ())]
    known = {
        ShockKind.ENTERPRISE: frozenset(atlas.enterprises),
        ShockKind.PRODUCT: frozenset(atlas.products),
        ShockKind.OUTSIDE: frozenset(atlas.products),
        ShockKind.COUNTY: frozenset(_counties(atlas)),
    }
    shocks = tuple(s for s in rows if s.id in known[s.kind])
    made = (Measure(**{**r, "kind": MeasureKind(r["kind"])}) for r in told.get("measures", ()))
    failing = {s.id for s in shocks}
    measures = tuple(m for m in made if _can_be(m, failing, atlas))
    return replace(
        Drill(**{**told, "shocks": (), "measures": ()}), shocks=shocks, measures=measures
    )


def _can_be(measure: Measure, failing: Collection[str], atlas: Atlas) -> bool:
    """Whether all that a measure names is there."""
    if measure.kind is MeasureKind.RESTORE:
        return measure.id in failing
    firms, products = {"", *atlas.enterprises}, {"", *atlas.products}
    return measure.id in firms and measure.product in products


_STATUSES = frozenset(map(str, Status))
Part = TypeVar("Part", ProjectChoice, Stop, Plant)


def _kept(
    kind: type[Part], rows: Iterable[Plain], known: Mapping[str, Mapping[str, object]]
) -> tuple[Part, ...]:
    """The parts that name what there is."""
    sound = (row for row in rows if all(row.get(key) in things for key, things in known.items()))
    return tuple(kind(**row) for row in sound)


def _products(told: Plain, name: str, atlas: Atlas) -> tuple[str, ...]:
    return tuple(id_ for id_ in told.get(name, ()) if id_ in atlas.products)


def _above(value: float | None, within: tuple[float, float]) -> float | None:
    return value if value is not None and within[0] < value <= within[1] else None


# -- what is told


def _told(value: object) -> object:
    return {"kind": value.kind, "id": value.id} if isinstance(value, Target) else value


_AIMS = ("target", "map", "left", "right")
"""Fields of a focus that are targets."""


def _aim(told: Plain | None) -> Target | None:
    return Target(**told) if told else None
