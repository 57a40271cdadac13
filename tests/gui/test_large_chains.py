"""The map of another chain, or of a large one, is laid out by a worker; the window goes on."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from liantu.diagram.segment import mapping
from liantu.diagram.segment.model import Graph, Placed
from liantu.jobs import Cancelled, Progress
from liantu.model.target import Target
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


def test_another_chain_gives_a_layout_up(open_window: Open) -> None:
    window = open_window(chain="cu")
    window.selection.open_chain("pc-nylon")
    window.settle()
    explained = window.legend.entries
    forget()
    window.selection.open_chain("pharma")
    assert window.map.lays_out and not window.map.shows
    assert not window.legend.entries and not any(p.isVisible() for p in window.legend.shown)
    window.selection.open_chain("chem")
    assert window.map.lays_out and not window.map.shows
    window.selection.open_chain("pc-nylon")
    window.settle()
    assert window.map.map is not None and window.map.map.graph.chain == "pc-nylon"
    assert window.legend.entries == explained
    assert any(p.isVisible() for p in window.legend.shown)
    window.selection.open_chain("chem")
    window.settle()
    assert window.map.map.graph.chain == "chem"


def test_the_windows_thread_places_no_map_of_another_chain(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="cu")
    placed: list[tuple[str, threading.Thread]] = []
    true = mapping.lay_out

    def watched(graph: Graph, *args: Any, **options: Any) -> Placed:
        placed.append((graph.chain, threading.current_thread()))
        return true(graph, *args, **options)

    monkeypatch.setattr(mapping, "lay_out", watched)
    forget()
    window.selection.open_chain("pc-nylon")
    window.settle()
    window.selection.pick(Target("product", "phenol"), "rubber")
    window.settle()
    assert {chain for chain, _ in placed} >= {"pc-nylon", "rubber"}
    assert threading.main_thread() not in {thread for _, thread in placed}
    assert window.map.canvas.selected_product == "phenol"
    placed.clear()
    window.selection.back()
    assert window.map.shows and not window.map.lays_out  # known: it is there at once
    window.settle()
    assert "pc-nylon" not in {chain for chain, _ in placed}


def forget() -> None:
    """Nothing is laid out ahead."""
    looking._MAPS.clear()
    looking._GRAPHS.clear()


def test_a_layout_stops_on_the_way(open_window: Open) -> None:
    window = open_window(chain="cu")
    reading, focus = window.workspace.reading, window.selection.focus
    graph, progress = looking.graph_of(reading, focus), Progress()
    assert graph is not None
    progress.cancel()
    looking._MAPS.clear()
    with pytest.raises(Cancelled):
        looking.segment_map(graph, focus, looking.Frame(window.map.canvas.area), progress)
