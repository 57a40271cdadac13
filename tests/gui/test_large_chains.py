"""The map of a large chain is laid out by a worker; until then the window goes on."""

from __future__ import annotations

import pytest

from liantu.jobs import Cancelled, Progress
from liantu.ui import looking
from tests.gui.conftest import Open


def test_a_large_map_is_laid_out_beside_the_window(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="cu")
    window.selection.open_chain("pc-nylon")
    window.settle()
    at_once, entries = window.map.map, window.legend.entries
    window.selection.open_chain("cu")
    window.settle()
    looking._MAPS.clear()
    monkeypatch.setattr(looking, "LARGE", 1)
    window.selection.open_chain("pc-nylon")
    assert window.map.lays_out and not window.map.shows
    window.settle()
    assert not window.map.lays_out
    assert at_once is not None and window.map.map is not None
    assert window.map.map.placed.cards == at_once.placed.cards
    assert window.map.map.lines == at_once.lines
    assert window.legend.entries == entries


def test_another_chain_gives_a_layout_up(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="cu")
    looking._MAPS.clear()
    monkeypatch.setattr(looking, "LARGE", 1)
    window.selection.open_chain("pc-nylon")
    assert window.map.lays_out
    monkeypatch.setattr(looking, "LARGE", 10_000)
    window.selection.open_chain("chem")
    assert not window.map.lays_out and window.map.shows
    window.settle()
    assert window.map.map is not None and window.map.map.graph.chain == "chem"


def test_a_layout_stops_on_the_way(open_window: Open) -> None:
    window = open_window(chain="cu")
    reading, focus = window.workspace.reading, window.selection.focus
    graph, progress = looking.graph_of(reading, focus), Progress()
    assert graph is not None
    progress.cancel()
    looking._MAPS.clear()
    with pytest.raises(Cancelled):
        looking.segment_map(graph, focus, looking.Frame(window.map.canvas.area), progress)
