"""How a folder is looked at as plain values of JSON: kept from day to day and handed on in files.

What is read was :func:`liantu.document.sound.sound` at best: of what names a thing that the folder
does not have, each falls back alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from liantu.document.sound import Plain, sound
from liantu.model.atlas import Atlas
from liantu.model.boards import CRITERIA, Board
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
from liantu.model.scenario import Scenario, Switches
from liantu.model.target import Target

PAGES = frozenset({HOME, MAP, POSTER, LISTS_PAGE, CHARTS, REPORT, PLAN})
UTILISATION, THIN = (0.0, 1.0), (0.0, 10.0)
"""What they are above, and at most, as :mod:`liantu.library.fields` has them."""


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


def plain(view: View, start: Scenario) -> Plain:
    """``view`` in values of JSON; of the assumptions only what differs from ``start``, which the
    folder asks for: 现状 stays 现状 when the folder asks for something else one day.
    """
    focus = {f.name: _told(getattr(view.focus, f.name)) for f in fields(Focus)}
    return {"focus": focus, "scenario": plain_scenario(view.scenario, start)}


def plain_scenario(scenario: Scenario, start: Scenario) -> Plain:
    """Date and assumptions alone."""
    now, own = scenario.switches, start.switches
    found: Plain = {"date": scenario.date}
    for name in ("external", "ambition", "counting"):
        if getattr(now, name) != getattr(own, name):
            found[name] = sorted(map(str, getattr(now, name)))
    for name in ("utilisation", "thin"):
        if getattr(now, name) != getattr(own, name):
            found[name] = getattr(now, name)
    weights = {str(board): _differing(now, own, board) for board in Board}
    if any(weights.values()):
        found["weights"] = {board: points for board, points in weights.items() if points}
    return found


def restored(raw: object, atlas: Atlas, offers: Offers) -> View:
    """The view that ``raw`` tells of, as far as the folder and this program still have it."""
    told = sound(raw)
    return View(
        _focus(told.get("focus", {}), atlas, offers), _scenario(told.get("scenario", {}), atlas)
    )


# -- what the folder has


def _focus(told: Plain, atlas: Atlas, offers: Offers) -> Focus:
    found = Focus(**{**told, "target": _aim(told.get("target")), "map": _aim(told.get("map"))})
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
        target=focus.target if _has(atlas, focus.target) else None,
        map=focus.map if focus.firm in atlas.enterprises else None,
        fold=focus.fold if focus.fold in atlas.products else "",
    )


def _has(atlas: Atlas, target: Target | None) -> bool:
    kinds: Mapping[str, Mapping[str, object]] = {
        "chain": atlas.chains,
        "product": atlas.products,
        "enterprise": atlas.enterprises,
        "project": atlas.projects,
    }
    return target is not None and target.id in kinds.get(target.kind, {})


def _counties(atlas: Atlas) -> set[str]:
    return {*atlas.library.region.counties, *(e.county for e in atlas.enterprises.values())}


def _scenario(told: Plain, atlas: Atlas) -> Scenario:
    start = Scenario.starting(atlas.library, told.get("date", ""))
    own, points = start.switches, told.get("weights", {})
    switches = replace(
        own,
        external=_products(told, "external", atlas, own.external),
        ambition=_products(told, "ambition", atlas, own.ambition),
        utilisation=_above(told.get("utilisation"), UTILISATION, own.utilisation),
        thin=_above(told.get("thin"), THIN, own.thin),
        counting=_statuses(told.get("counting", ())) or own.counting,
        weights={b: {**own.weights[b], **points.get(str(b), {})} for b in Board},
    )
    return replace(start, switches=switches)


def _products(told: Plain, name: str, atlas: Atlas, usual: frozenset[str]) -> frozenset[str]:
    return frozenset(told[name]).intersection(atlas.products) if name in told else usual


def _statuses(told: list[str]) -> frozenset[Status]:
    return frozenset(status for status in Status if str(status) in told)


def _above(value: float | None, within: tuple[float, float], usual: float) -> float:
    return value if value is not None and within[0] < value <= within[1] else usual


# -- what is told


def _told(value: object) -> object:
    return {"kind": value.kind, "id": value.id} if isinstance(value, Target) else value


def _aim(told: Plain | None) -> Target | None:
    return Target(**told) if told else None


def _differing(now: Switches, own: Switches, board: Board) -> dict[str, float]:
    points, usual = now.weights.get(board, {}), own.weights.get(board, {})
    return {c: points[c] for c in CRITERIA[board] if c in points and points[c] != usual.get(c)}
