"""What follows from a focus on a reading: the map it shows, what is stressed, where a link leads.

Pure, so that a worker may prepare what the window will show.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.firm import build_firm_view
from liantu.diagram.views.map_view import MapView, arrange, counted
from liantu.jobs import Progress
from liantu.model.boards import Board
from liantu.model.classes import LISTS
from liantu.model.focus import MAP, Focus
from liantu.model.target import Target
from liantu.telling.dossiers.describe import describe
from liantu.telling.line import Dossier
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.ui.canvas.walk import paths

KEPT = 2
"""Maps and dossiers that are kept: a worker makes one, the window shows it."""


def section_of(reading: Reading, focus: Focus) -> str | None:
    """The chosen section, unless the selected product is only elsewhere in the chain."""
    if focus.section is None or not focus.product or focus.chain not in reading.atlas.chains:
        return focus.section
    inside = {m.product for m in reading.atlas.chains[focus.chain].members(focus.section)}
    return focus.section if focus.product in inside else None


def whole_map(reading: Reading, focus: Focus) -> MapView | None:
    """The map that the focus shows, without its fold; ``None`` where the chain is unknown."""
    if focus.firm in reading.atlas.enterprises:
        return _firm_map(reading, focus.firm)
    if focus.chain in reading.atlas.chains:
        return _chain_map(reading, focus.chain, section_of(reading, focus))
    return None


@lru_cache(maxsize=KEPT)
def _chain_map(reading: Reading, chain: str, section: str | None) -> MapView:
    return build_view(reading, chain, section)


@lru_cache(maxsize=KEPT)
def _firm_map(reading: Reading, firm: str) -> MapView:
    return build_firm_view(reading, firm)


def dossier(reading: Reading, focus: Focus) -> Dossier:
    """What is known of what is selected; raises ``KeyError`` for an unknown chain."""
    return _dossier(reading, focus.target, focus.chain, section_of(reading, focus))


@lru_cache(maxsize=KEPT)
def _dossier(reading: Reading, target: Target | None, chain: str, section: str | None) -> Dossier:
    return describe(reading, target, chain, section)


def prepare(reading: Reading, focus: Focus, progress: Progress) -> None:
    """Make all that the window will ask of ``reading``; raises ``Cancelled`` on the way."""
    progress.check()
    view = whole_map(reading, focus)
    if view is not None:
        arrange(view)
        arrange(folded(view, focus.fold))
    for chain in reading.atlas.chains:
        progress.check()
        reading.trend(chain)
        reading.summary(chain)
        for board in Board:
            reading.rows(board, chain)
    progress.check()
    if focus.chain in reading.atlas.chains:
        reading.summary(focus.chain, section_of(reading, focus))
        dossier(reading, focus)
        scope = Scope(chains=(focus.chain,), section=section_of(reading, focus))
        for key in LISTS:
            progress.check()
            find(key).rows(reading, scope)
        shown = home_or_key(reading.atlas, focus.chain)
        for board in Board:
            progress.check()
            reading.chances(board, shown)
    reading.chains_of_enterprise("")  # makes the table of all
    progress.check()
    _ = (reading.dates, reading.city_gaps, reading.coverage)
    progress.check()
    _ = reading.questions


def folded(view: MapView, product: str) -> MapView:
    """Only the up- and downstream of ``product``; all where the map does not show it."""
    if not product or view.card(product) is None:
        return view
    related = paths(view.links).related(product)
    return replace(
        view,
        cards=tuple(c for c in view.cards if c.id in related),
        links=tuple(k for k in view.links if {k.source, k.target} <= related),
        bands=counted(view, related),
    )


def counties(reading: Reading, focus: Focus) -> dict[str, int]:
    """The counties of the shown firms with their number, in the order of the region."""
    firms = reading.summary(focus.chain, section_of(reading, focus)).enterprises
    found: dict[str, int] = {}
    for key in firms:
        county = reading.atlas.enterprises[key].county
        found[county] = found.get(county, 0) + 1
    order = {name: at for at, name in enumerate(reading.atlas.library.region.counties)}
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))


def county_of(reading: Reading, focus: Focus) -> str:
    """The chosen county if the shown firms have one there; empty stands for all."""
    return focus.county if focus.county in counties(reading, focus) else ""


def stressed(reading: Reading, focus: Focus) -> set[str] | None:
    """What the chosen enterprise makes, or what the chosen county makes; ``None`` for no stress."""
    if focus.map is not None:
        return None
    firm = reading.atlas.enterprises.get(focus.enterprise)
    if firm is not None:
        return {c.product for c in firm.capacities}
    county = county_of(reading, focus)
    if not county:
        return None
    firms = reading.atlas.enterprises.values()
    return {c.product for e in firms if e.county == county for c in e.capacities}


def follow(reading: Reading, focus: Focus, target: Target) -> Focus:
    """``target`` wherever it is best seen: on the present map if it is there."""
    if target.kind == "chain":
        return focus.opened(target.id)
    if target.kind == "product":
        if focus.map is not None and _shows(reading, focus, target.id):
            return _unfolded(reading, focus.picked(target))
        chain = reading.chain_for(target.id, focus.chain)
    else:
        chain = reading.chain_of_enterprise(target.id, focus.chain)
    if focus.map is not None:
        focus = replace(focus, map=None, fold="")
    return _unfolded(reading, focus.picked(target, chain))


def settled(reading: Reading, focus: Focus) -> Focus:
    """The focus, on the first chain where the page 图谱 is asked for without a known one."""
    chains = reading.atlas.chains
    if focus.page != MAP or focus.chain in chains or not chains:
        return focus
    return focus.opened(next(iter(chains)))


def _shows(reading: Reading, focus: Focus, product: str) -> bool:
    view = whole_map(reading, focus)
    return view is not None and view.card(product) is not None


def _unfolded(reading: Reading, focus: Focus) -> Focus:
    """The focus without its fold where that hides the selected product."""
    view = whole_map(reading, focus) if focus.fold and focus.product else None
    if view is None or folded(view, focus.fold).card(focus.product) is not None:
        return focus
    return replace(focus, fold="")
