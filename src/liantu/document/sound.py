"""What is believed of a view that somebody kept or sent: old, newer, cut or made up.

Every value is believed or left out for itself: one that is not of its kind counts as absent.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from liantu.model.boards import CRITERIA
from liantu.model.days import is_date
from liantu.model.drill import MOST_DAYS, MeasureKind, ShockKind

Plain = dict[str, Any]
"""``focus`` and ``scenario`` in values of JSON; each of them, and each value in it, may lack."""

WEIGHT = (0.0, 1000.0)
"""Least and most points of a criterion, as ``library.fields.judgement_fields`` has them."""
LONGEST, MOST = 200, 10_000
"""Characters of an id and products of a list that are believed."""


def sound(raw: object) -> Plain:
    """What of ``raw`` has a name and a kind that are known here; never raises."""
    found: Plain = {}
    if isinstance(raw, dict):
        for name, kinds in (("focus", FOCUS), ("scenario", SCENARIO)):
            if isinstance(raw.get(name), dict):
                found[name] = _believed(raw[name], kinds)
    return found


def _believed(raw: Mapping[str, object], kinds: Mapping[str, Callable[[object], Any]]) -> Plain:
    found = {name: kind(raw[name]) for name, kind in kinds.items() if name in raw}
    return {name: value for name, value in found.items() if value is not None}


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) <= LONGEST else None


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _target(value: object) -> Plain | None:
    if not isinstance(value, dict):
        return None
    kind, id_ = _text(value.get("kind")), _text(value.get("id"))
    return {"kind": kind, "id": id_} if kind and id_ else None


def _texts(value: object) -> list[str] | None:
    if not isinstance(value, list):
        return None
    return list(dict.fromkeys(item for item in value[:MOST] if _text(item) is not None))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:  # an integer of some hundred digits
        return None


def _date(value: object) -> str | None:
    return value if isinstance(value, str) and (not value or is_date(value)) else None


def _weights(value: object) -> Plain | None:
    if not isinstance(value, dict):
        return None
    found: Plain = {}
    for board, criteria in CRITERIA.items():
        told = value.get(str(board))
        if isinstance(told, dict):
            points = _believed(told, dict.fromkeys(criteria, _number))
            found[str(board)] = {c: p for c, p in points.items() if WEIGHT[0] <= p <= WEIGHT[1]}
    return {board: points for board, points in found.items() if points}


def _note(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) <= MOST else None


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None


def _share(value: object) -> float | None:
    found = _number(value)
    return found if found is not None and 0 <= found <= 1 else None


def _days(value: object) -> float | None:
    found = _number(value)
    return found if found is not None and 0 <= found <= MOST_DAYS else None


def _day(value: object) -> int | None:
    found = _days(value)
    return int(found) if found is not None and found.is_integer() else None


def _span(value: object) -> int | None:
    return _day(value) or None


def _word(kind: type[ShockKind] | type[MeasureKind]) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in set(kind) else None


def _rows(kinds: Mapping[str, Callable[[object], Any]]) -> Callable[[object], list[Plain] | None]:
    """Who believes a list of things that have a kind; one without is left out."""

    def believed(value: object) -> list[Plain] | None:
        if not isinstance(value, list):
            return None
        found = [_believed(row, kinds) for row in value[:MOST] if isinstance(row, dict)]
        return [row for row in found if "kind" in row]

    return believed


def _drill(value: object) -> Plain | None:
    return _believed(value, DRILL) if isinstance(value, dict) else None


def _step(value: object) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if isinstance(value, int) and whole and 0 <= value <= MOST else None


def _parts(*names: str) -> Callable[[object], list[Plain] | None]:
    """Who believes a list of parts that have values of these names."""

    def believed(value: object) -> list[Plain] | None:
        if not isinstance(value, list):
            return None
        kinds = {name: PARTS[name] for name in names}
        return [_believed(part, kinds) for part in value[:MOST] if isinstance(part, dict)]

    return believed


FOCUS: Mapping[str, Callable[[object], Any]] = {
    **dict.fromkeys(("page", "chain", "section", "lens", "county", "fold", "box"), _text),
    **dict.fromkeys(("view", "detail", "list", "scope", "plan", "against"), _text),
    **dict.fromkeys(("every", "trunk"), _flag),
    **dict.fromkeys(("target", "map", "left", "right"), _target),
    "step": _step,
}
PARTS: Mapping[str, Callable[[object], Any]] = {
    **dict.fromkeys(("project", "enterprise", "product", "unit"), _text),
    "on": _flag,
    "phase": _count,
    "amount": _number,
    "since": _date,
}
"""Each value of a part of a scenario: of a project, a stop or a plant."""
SHOCK: Mapping[str, Callable[[object], Any]] = {
    "kind": _word(ShockKind),
    "id": _text,
    "share": _share,
    "start": _day,
    "days": _span,
}
MEASURE: Mapping[str, Callable[[object], Any]] = {
    "kind": _word(MeasureKind),
    **dict.fromkeys(("id", "product", "who"), _text),
    "note": _note,
    "share": _share,
    "day": _day,
    "days": _days,
}
DRILL: Mapping[str, Callable[[object], Any]] = {
    "shocks": _rows(SHOCK),
    "measures": _rows(MEASURE),
    "days": _span,
    "stock": _days,
    **dict.fromkeys(("deduced", "substitution", "outside"), _flag),
}
"""Each value of a drill, of what fails in it and of what is done."""
SCENARIO: Mapping[str, Callable[[object], Any]] = {
    "date": _date,
    **dict.fromkeys(("id", "name"), _text),
    "note": _note,
    "projects": _parts("project", "on", "phase", "since"),
    "stops": _parts("enterprise", "since"),
    "plants": _parts("enterprise", "product", "amount", "unit", "since"),
    **dict.fromkeys(("external", "ambition", "counting"), _texts),
    **dict.fromkeys(("utilisation", "thin"), _number),
    "weights": _weights,
    "drill": _drill,
}
"""Each value of a view and who believes it: all that a focus and a scenario have."""
