"""What follows from a focus on a reading: the map it shows, what is stressed, where a link leads.

Pure, so that a worker may prepare what the window will show.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from liantu.analysis.reading import Reading
from liantu.diagram.lenses import LENSES
from liantu.diagram.segment.graph import build_graph
from liantu.diagram.segment.mapping import Area, build_map, part_of
from liantu.diagram.segment.model import Graph, Map, Plan
from liantu.diagram.segment.tree import build_tree
from liantu.diagram.views.firm import build_firm_view
from liantu.diagram.views.map_view import MapView, arrange, folded
from liantu.document.view import Offers
from liantu.jobs import Progress
from liantu.layout.geometry import Layout
from liantu.model.focus import MAP, SEGMENTS, Focus
from liantu.model.target import Target
from liantu.telling.charts.placed import products_of
from liantu.telling.dossiers.describe import describe
from liantu.telling.line import Dossier
from liantu.telling.status import headline as told_in_one_line
from liantu.telling.status import status_line
from liantu.ui.lists.bar import GROUPS
from liantu.ui.seen.kept import kept

Key = TypeVar("Key")
Value = TypeVar("Value")

OFFERS = Offers(frozenset(LENSES), frozenset(key for keys in GROUPS.values() for key in keys))
"""What a view that is restored may name."""

MAPS = 64
"""Graphs and maps of a kind that are kept: twenty chains at a few sizes."""


def section_of(reading: Reading, focus: Focus) -> str | None:
    """The chosen section, unless the selected product is only elsewhere in the chain."""
    if focus.section is None or not focus.product or focus.chain not in reading.atlas.chains:
        return focus.section
    inside = {m.product for m in reading.atlas.chains[focus.chain].members(focus.section)}
    return focus.section if focus.product in inside else None


@kept
def status(reading: Reading, folder: Path) -> str:
    """The status line; it goes through every fact."""
    return status_line(reading, folder)


@kept
def headline(reading: Reading) -> str:
    """The numbers of the whole folder; it goes through every product."""
    return told_in_one_line(reading)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a segment map is to be laid out: the room, and the plan that it should keep."""

    area: Area
    previous: Plan | None = None


def whole_map(reading: Reading, focus: Focus) -> MapView | None:
    """The layered map of an enterprise, else of the chain (its trunk, or every link of it), without
    its fold; ``None`` where both are unknown.
    """
    if focus.firm in reading.atlas.enterprises:
        return _firm_map(reading, focus.firm)
    if focus.chain in reading.atlas.chains:
        return _chain_map(reading, focus.chain, section_of(reading, focus), focus.every)
    return None


@kept
def _chain_map(reading: Reading, chain: str, section: str | None, every: bool) -> MapView:
    return build_tree(reading, chain, section, every=every)


def layered(reading: Reading, focus: Focus) -> tuple[MapView, Layout] | None:
    """The layered map that the focus shows, folded as there, and where its cards are; ``None`` for
    an unknown chain.
    """
    key = _layered_key(reading, focus)
    found = _LAYERED.pop(key, None)
    if found is None:
        whole = whole_map(reading, focus)
        if whole is None:
            return None
        view = folded(whole, focus.fold)
        found = view, arrange(view)
    _keep(_LAYERED, key, found)
    return found


def _layered_key(reading: Reading, focus: Focus) -> Hashable:
    if focus.firm in reading.atlas.enterprises:
        return (reading.serial, focus.firm, focus.fold)
    return (reading.serial, focus.chain, section_of(reading, focus), focus.every, focus.fold)


_LAYERED: dict[Hashable, tuple[MapView, Layout]] = {}
"""The last looked at at the end, by the serial of a reading as the graphs are."""


def is_segments(reading: Reading, focus: Focus) -> bool:
    """Whether the focus shows a segment map."""
    firm = focus.firm in reading.atlas.enterprises
    return focus.view == SEGMENTS and not firm and focus.chain in reading.atlas.chains


def graph_of(reading: Reading, focus: Focus) -> Graph | None:
    """The graph of the segment map that the focus shows, a part of it where it is folded; ``None``
    where it shows another map.
    """
    if not is_segments(reading, focus):
        return None
    whole = _graph(reading, focus.chain, section_of(reading, focus))
    return part_of(whole, fold=focus.fold, box=focus.box)


def _graph(reading: Reading, chain: str, section: str | None) -> Graph:
    key = (reading.serial, chain, section)
    found = _GRAPHS.pop(key, None) or build_graph(reading, chain, section)
    _keep(_GRAPHS, key, found)
    return found


_GRAPHS: dict[tuple[int, str, str | None], Graph] = {}
"""The last looked at at the end. By the serial of a reading: a graph outlives what it tells of, and
must not keep all of it alive.
"""


def _keep(known: dict[Key, Value], key: Key, value: Value) -> None:
    """Keep the last ones; workers do it as well."""
    known[key] = value
    for old in [*known][:-MAPS]:
        known.pop(old, None)


def segment_map(graph: Graph, focus: Focus, frame: Frame, progress: Progress | None = None) -> Map:
    """The segment map of ``graph`` as the focus shows it; one that was shown before in this room
    lies as it lay then, whatever plan it should keep now. ``progress`` may raise ``Cancelled``.
    """
    key = _map_key(graph, focus, frame)
    found = _MAPS.pop(key, None)
    if found is None:
        found = build_map(
            graph,
            frame.area,
            detail=focus.detail,
            trunk_only=focus.trunk,
            previous=frame.previous,
            progress=progress,
        )
    _keep(_MAPS, key, found)
    return found


def keep_shown(graph: Graph, focus: Focus, frame: Frame, shown: Map) -> None:
    """A map that was seen in this room is to lie there as it lay, whatever was seen in between."""
    _keep(_MAPS, _map_key(graph, focus, replace(frame, previous=shown.placed.plan)), shown)


def is_laid_out(reading: Reading, focus: Focus, frame: Frame) -> bool:
    """Whether nothing has to be reckoned to show the map of the focus, or there is none."""
    if not is_segments(reading, focus):
        known = focus.firm in reading.atlas.enterprises or focus.chain in reading.atlas.chains
        return not known or _layered_key(reading, focus) in _LAYERED
    graph = known_graph(reading, focus)
    return graph is not None and _map_key(graph, focus, frame) in _MAPS


def known_graph(reading: Reading, focus: Focus) -> Graph | None:
    """The graph of the segment map that the focus shows if it was made before."""
    known = (reading.serial, focus.chain, section_of(reading, focus)) in _GRAPHS
    return graph_of(reading, focus) if known else None


def lay_out(reading: Reading, focus: Focus, frame: Frame, progress: Progress | None = None) -> None:
    """Do all that has to be reckoned to show the map of the focus; ``progress`` as above."""
    graph = graph_of(reading, focus)
    if graph is not None:
        segment_map(graph, focus, frame, progress)
    else:
        layered(reading, focus)


def _map_key(graph: Graph, focus: Focus, frame: Frame) -> MapKey:
    return (graph, focus.detail, focus.trunk, frame.area, frame.previous is None)


MapKey = tuple[Graph, str, bool, Area, bool]
_MAPS: dict[MapKey, Map] = {}
"""The last at the end. Kept here: what keeps a former plan is not remembered elsewhere."""


@kept
def _firm_map(reading: Reading, firm: str) -> MapView:
    return build_firm_view(reading, firm)


def dossier(reading: Reading, focus: Focus) -> Dossier:
    """What is known of what is selected; raises ``KeyError`` for an unknown chain."""
    return _dossier(reading, focus.target, focus.chain, section_of(reading, focus))


@kept
def _dossier(reading: Reading, target: Target | None, chain: str, section: str | None) -> Dossier:
    return describe(reading, target, chain, section)


def counties(reading: Reading, focus: Focus) -> dict[str, int]:
    """The counties of the shown firms with their number, in the order of the region; none where the
    chain is unknown, as before anything was read.
    """
    if focus.chain not in reading.atlas.chains:
        return {}
    firms = reading.summary(focus.chain, section_of(reading, focus)).enterprises
    found: dict[str, int] = {}
    for key in firms:
        county = reading.atlas.enterprises[key].county
        found[county] = found.get(county, 0) + 1
    order = {name: at for at, name in enumerate(reading.atlas.library.region.counties)}
    return dict(sorted(found.items(), key=lambda item: order.get(item[0], len(order))))


def county_of(reading: Reading, focus: Focus) -> str:
    """The chosen county if the shown firms have one there; empty stands for all."""
    return focus.county if focus.county and focus.county in counties(reading, focus) else ""


def stressed(reading: Reading, focus: Focus) -> set[str] | None:
    """What the chosen enterprise makes, or what the chosen county makes; ``None`` for no stress."""
    if focus.map is not None:
        return None
    firm = reading.atlas.enterprises.get(focus.enterprise)
    if firm is not None:
        return {*products_of((firm,))}
    county = county_of(reading, focus)
    if not county:
        return None
    return {*products_of(e for e in reading.atlas.enterprises.values() if e.county == county)}


def leads(reading: Reading, target: Target) -> bool:
    """Whether :func:`follow` leads there: a map shows it, and it is still there."""
    return target.kind != "project" and reading.atlas.has(target)


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
        focus = replace(focus, map=None, fold="", box="")
    return _unfolded(reading, focus.picked(target, chain))


def settled(reading: Reading, focus: Focus) -> Focus:
    """The focus, on the first chain where the page 图谱 is asked for without a known one."""
    chains = reading.atlas.chains
    if focus.page != MAP or focus.chain in chains or not chains:
        return focus
    return focus.opened(next(iter(chains)))


def restored(reading: Reading, focus: Focus) -> Focus:
    """The focus of another day, whole where the part of the map that it shows is no more."""
    if focus.box and not _has_box(reading, focus):
        focus = replace(focus, box="")
    return focus if not focus.fold or _shows_fold(reading, focus) else replace(focus, fold="")


def _has_box(reading: Reading, focus: Focus) -> bool:
    if focus.chain not in reading.atlas.chains:
        return False
    segments = _graph(reading, focus.chain, section_of(reading, focus)).segments
    return any(segment.key == focus.box for segment in segments)


def _shows_fold(reading: Reading, focus: Focus) -> bool:
    if is_segments(reading, focus):
        return focus.fold in _graph(reading, focus.chain, section_of(reading, focus)).by_id
    return _shows(reading, focus, focus.fold)


def _shows(reading: Reading, focus: Focus, product: str) -> bool:
    view = whole_map(reading, focus)
    return view is not None and view.card(product) is not None


def _unfolded(reading: Reading, focus: Focus) -> Focus:
    """The whole map where the part that is shown hides the selected product."""
    if not focus.product or not (focus.fold or focus.box):
        return focus
    graph = graph_of(reading, focus)
    if graph is not None:
        seen = focus.product in graph.by_id
    else:
        view = whole_map(reading, focus)
        seen = view is None or folded(view, focus.fold).card(focus.product) is not None
    return focus if seen else replace(focus, fold="", box="")
