"""Every map that is not known already is laid out by a worker; the window goes on."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liantu.diagram.segment import mapping
from liantu.diagram.segment.model import Graph, Placed
from liantu.diagram.views import map_view
from liantu.jobs import Cancelled, Progress
from liantu.layout.geometry import Layout
from liantu.model.focus import SEGMENTS, TREE
from liantu.model.target import Target
from liantu.ui.seen import looking
from tests.gui.conftest import Open

Laid = list[tuple[str, threading.Thread]]


def test_a_map_is_the_same_whether_it_was_made_ahead_or_is_awaited(open_window: Open) -> None:
    window = open_window(chain="cu")
    window.selection.open_chain("pc-nylon")
    window.settle()
    before, entries = window.map.map, window.legend.entries
    window.selection.open_chain("cu")
    window.settle()
    forget()
    window.selection.open_chain("pc-nylon")
    assert window.map.lays_out and not window.map.shows
    window.settle()
    assert not window.map.lays_out
    assert before is not None and window.map.map is not None
    assert window.map.map.placed.cards == before.placed.cards
    assert window.map.map.lines == before.lines
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


def test_a_map_that_was_left_while_it_was_laid_out_is_there_on_return(open_window: Open) -> None:
    window = open_window(chain="cu")
    forget()
    window.selection.open_chain("pc-nylon")
    window.selection.show_page("home")
    assert window.map.lays_out
    window.settle()
    window.selection.show_page("map")
    window.settle()
    assert window.map.map is not None and window.map.map.graph.chain == "pc-nylon"
    assert any(p.isVisible() for p in window.legend.shown)
    assert window.can("zoom_in")


@pytest.fixture
def placed(monkeypatch: pytest.MonkeyPatch) -> Laid:
    """What is laid out, and by which thread: chains of segment maps, ``""`` for layered ones."""
    found: Laid = []
    segments, layers = mapping.lay_out, map_view.lay_out

    def watched(graph: Graph, *args: Any, **options: Any) -> Placed:
        found.append((graph.chain, threading.current_thread()))
        return segments(graph, *args, **options)

    def layered(*args: Any) -> Layout:
        found.append(("", threading.current_thread()))
        return layers(*args)

    monkeypatch.setattr(mapping, "lay_out", watched)
    monkeypatch.setattr(map_view, "lay_out", layered)
    map_view._remembered.cache_clear()
    forget()
    return found


def test_the_windows_thread_places_no_map_of_another_chain(open_window: Open, placed: Laid) -> None:
    window = open_window(chain="cu")
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


def test_no_way_to_see_a_chain_is_laid_out_on_the_windows_thread(
    open_window: Open, placed: Laid, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    shown = window.map.map
    assert shown is not None
    section = window.workspace.reading.atlas.chains["pc-nylon"].sections[0].id
    firm = next(iter(window.workspace.reading.summary("pc-nylon").enterprises))
    ways: tuple[dict[str, Any], ...] = (
        {"trunk": True},
        {"trunk": False, "detail": "0"},
        {"fold": "phenol"},
        {"fold": "", "box": shown.graph.segments[0].key},
        {"box": "", "section": section},
        {"section": None, "view": TREE},
        {"every": True},
        {"view": SEGMENTS, "map": Target("enterprise", firm)},
    )
    for changes in ways:
        placed.clear()
        before = window.map.canvas.map_scene
        window.selection.go(replace(window.selection.focus, **changes))
        assert window.map.lays_out, changes
        assert window.map.canvas.map_scene is before, changes  # until the other one is there
        window.settle()
        assert window.map.canvas.map_scene not in (before, None), changes
        assert placed and threading.main_thread() not in {thread for _, thread in placed}, changes


def test_f9_has_the_map_laid_out_by_a_worker_and_gives_the_former_one_back(
    open_window: Open, placed: Laid, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon")
    before, legend = window.map.map, window.legend.entries
    placed.clear()
    qtbot.keyClick(window.map.canvas, Qt.Key.Key_F9)
    assert window.room.alone and window.map.map is before
    window.settle()
    alone = window.map.map
    assert before is not None and alone is not None
    assert alone.placed.plan.area[0] > before.placed.plan.area[0]
    assert placed and threading.main_thread() not in {thread for _, thread in placed}
    assert window.legend.entries == legend
    qtbot.keyClick(window.map.canvas, Qt.Key.Key_F9)
    window.settle()
    assert window.map.map is before
    qtbot.keyClick(window.map.canvas, Qt.Key.Key_F9)
    window.settle()
    assert window.map.map is alone


def forget() -> None:
    """Nothing is laid out ahead."""
    looking._MAPS.clear()
    looking._GRAPHS.clear()
    looking._LAYERED.clear()


def test_a_layout_stops_on_the_way(open_window: Open) -> None:
    window = open_window(chain="cu")
    reading, focus = window.workspace.reading, window.selection.focus
    graph, progress = looking.graph_of(reading, focus), Progress()
    assert graph is not None
    progress.cancel()
    looking._MAPS.clear()
    with pytest.raises(Cancelled):
        looking.segment_map(graph, focus, looking.Frame(window.map.canvas.area), progress)
