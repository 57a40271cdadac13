"""What a worker makes ahead of the window: all that a focus asks of a reading, and its maps."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.diagram.lenses import COMPARE, OUTAGE
from liantu.diagram.segment.mapping import Area
from liantu.jobs import Progress
from liantu.model.boards import Board
from liantu.model.classes import LISTS
from liantu.model.focus import SEGMENTS, Focus
from liantu.telling import whom
from liantu.telling.events import events
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.names import plain_names
from liantu.ui.seen import comparing, looking, outages
from liantu.ui.seen.chain_rows import told

LAID_AHEAD = 40
"""Chains that are laid out ahead at most, those next to the one that is seen: the maps of thousands
would be held for nobody. Less than are kept, so that none drives out another.
"""
LAID_OF_MANY = 8
"""The same of a large folder, where each takes some tenths of a second."""


def prepare(
    reading: Reading, focus: Focus, frame: looking.Frame | None, progress: Progress
) -> None:
    """Make all that the window will ask of ``reading``; raises ``Cancelled`` on the way. ``frame``
    is ``None`` where no map is on screen yet.
    """
    first(reading, focus, frame, progress)
    rest(reading, focus, progress)


def first(reading: Reading, focus: Focus, frame: looking.Frame | None, progress: Progress) -> None:
    """Make the map and what the window asks before the rest is made."""
    progress.check()
    _map(reading, focus, frame)
    progress.check()
    events(reading)
    plain_names(reading)
    _ = reading.coverage
    looking.county_of(reading, focus)


def rest(reading: Reading, focus: Focus, progress: Progress) -> None:
    """Make what is looked at after the map."""
    _ = reading.situation.running
    _ = reading.feeds
    looking.headline(reading)
    progress.check()
    for chain in reading.atlas.chains:
        progress.check()
        reading.trend(chain)
        reading.summary(chain)
        for board in Board:
            reading.rows(board, chain)
        told(reading, chain)
    progress.check()
    if focus.chain in reading.atlas.chains:
        _chain(reading, focus, progress)
    reading.chains_of_enterprise("")  # makes the table of all
    progress.check()
    _ = reading.city_gaps
    progress.check()
    _ = reading.reaching
    progress.check()
    _ = reading.questions
    progress.check()
    whom.prepare(reading)
    progress.check()
    _ = reading.markets
    if COMPARE in (focus.lens, focus.plan):
        progress.check()
        comparing.make(reading, focus)
    if focus.lens == OUTAGE:
        progress.check()
        outages.make(reading)


def foresee(reading: Reading, focus: Focus, area: Area, progress: Progress) -> None:
    """Lay out chains for a room ahead of being asked for, the next ones first, and compare with
    what a comparison offers by itself where there is room for it; raises ``Cancelled`` on the way.
    """
    if comparing.has_room(reading):
        comparing.make(reading, Focus())
    for near in _near(reading, focus):
        progress.check()
        graph = looking.graph_of(reading, near)
        if graph is not None:
            looking.segment_map(graph, near, looking.Frame(area), progress)


def is_foreseen(reading: Reading, focus: Focus, area: Area) -> bool:
    """Whether all these chains are laid out."""
    frame = looking.Frame(area)
    return all(looking.is_laid_out(reading, near, frame) for near in _near(reading, focus))


def _near(reading: Reading, focus: Focus) -> list[Focus]:
    """The chains next to that of the focus as they would be shown, the nearest first."""
    chains = [*reading.atlas.chains]
    at = chains.index(focus.chain) if focus.chain in reading.atlas.chains else 0
    places = sorted(range(len(chains)), key=lambda place: abs(place - at))
    shown = replace(focus, map=None, view=SEGMENTS)
    most = LAID_AHEAD if comparing.has_room(reading) else LAID_OF_MANY
    return [shown.opened(chains[place]) for place in places[:most]]


def _map(reading: Reading, focus: Focus, frame: looking.Frame | None) -> None:
    if frame is not None:
        looking.lay_out(reading, focus, frame)
    elif looking.graph_of(reading, focus) is None:
        looking.layered(reading, focus)


def _chain(reading: Reading, focus: Focus, progress: Progress) -> None:
    section = looking.section_of(reading, focus)
    reading.summary(focus.chain, section)
    looking.dossier(reading, focus)
    scope = Scope(chains=(focus.chain,), section=section)
    for key in LISTS:
        progress.check()
        find(key).rows(reading, scope)
    shown = home_or_key(reading.atlas, focus.chain)
    for board in Board:
        progress.check()
        reading.chances(board, shown)
