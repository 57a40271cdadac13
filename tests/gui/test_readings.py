"""A date, an assumption or a re-read folder: made by a worker, the newest wins, nothing is lost."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from liantu.analysis import reading as module
from liantu.analysis import room
from liantu.analysis.diagnosis import Diagnosis
from liantu.diagram.segment import mapping
from liantu.diagram.segment.model import Placed
from liantu.jobs import Cancelled, Progress
from liantu.model import Atlas
from liantu.model.focus import Focus
from liantu.model.scenario import Scenario, Switches
from liantu.model.target import Target
from liantu.ui.seen import comparing, looking, preparing
from liantu.ui.seen.looking import Frame
from tests.gui.conftest import Open
from tests.gui.opened import WAIT_MS
from tests.gui.test_window import card, click, item

MAIN = threading.main_thread()


class Diagnosed(NamedTuple):
    """By whom, and of what."""

    thread: threading.Thread
    atlas: Atlas
    date: str
    switches: Switches


@pytest.fixture
def diagnosed(monkeypatch: pytest.MonkeyPatch) -> list[Diagnosed]:
    """Every diagnosis that is begun."""
    found: list[Diagnosed] = []
    true = module.diagnose

    def watched(atlas: Atlas, date: str, switches: Switches, *more: Any) -> Diagnosis:
        found.append(Diagnosed(threading.current_thread(), atlas, date, switches))
        return true(atlas, date, switches, *more)

    monkeypatch.setattr(module, "diagnose", watched)
    return found


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Workers wait for this before they hand over a reading."""
    gate = threading.Event()
    true = preparing.first

    def waiting(
        reading: module.Reading, focus: Focus, frame: Frame | None, progress: Progress
    ) -> None:
        true(reading, focus, frame, progress)
        while not gate.wait(0.01):
            progress.check()

    gate.set()
    monkeypatch.setattr(preparing, "first", waiting)
    yield gate
    gate.set()


def test_the_windows_thread_never_diagnoses(open_window: Open, diagnosed: list[Diagnosed]) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25", size=(1366, 728))
    asked = [window.workspace.reading]
    diagnosed[:] = [d for d in diagnosed if d.atlas is asked[0].atlas]  # none before the folder

    def note() -> None:
        asked.append(window.workspace.reading)

    window.choose_date("2022-10-26")
    note()
    window.assume(replace(window.workspace.reading.switches, thin=1.3))
    note()
    window.run("undo")
    assert window.workspace.reading is asked[1], "what was looked at a moment ago is kept"
    window.run("redo")
    assert window.workspace.reading is asked[2]
    # days nearby are made ahead, and what a comparison would ask for, so there may be others, and
    # any of these may have been made before it was asked for; but none twice
    begun = [(id(d.atlas), d.date, d.switches) for d in diagnosed]
    for reading in asked:
        assert begun.count((id(reading.atlas), reading.date, reading.switches)) == 1
    window.run("reload")
    assert window.workspace.reading not in asked
    assert MAIN not in {d.thread for d in diagnosed}


def test_what_is_made_ahead_is_not_begun_again_when_it_is_asked_for(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, diagnosed: list[Diagnosed]
) -> None:
    gate, begun = threading.Event(), threading.Event()
    true = module.diagnose

    def slow(atlas: Atlas, date: str, *more: Any) -> Diagnosis:
        if date == "2022-10-26":
            begun.set()
            assert gate.wait(WAIT_MS / 1000)
        return true(atlas, date, *more)

    monkeypatch.setattr(module, "diagnose", slow)
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.bridge.ahead.foresee(("2022-10-26",))
    window.wait(begun.is_set)
    window.bridge.choose_date("2022-10-26")
    qtbot.wait(60)
    assert window.bridge.busy
    gate.set()
    window.settle()
    assert window.workspace.reading.date == "2022-10-26"
    assert [d.date for d in diagnosed].count("2022-10-26") == 1


def test_where_no_slider_is_seen_the_days_beside_are_made_ahead(
    open_window: Open, diagnosed: list[Diagnosed]
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25", size=(1366, 728))
    assert not window.desk.map.timeline.isVisible()
    base, recent = window.workspace.reading.base, window.workspace.recent
    window.wait(lambda: recent.find(base, Scenario(date="2022-10-26")) is not None)
    window.wait(lambda: not window.bridge.waiting)
    made = len(diagnosed)
    window.run("date_after")
    assert window.workspace.reading.date == "2022-10-26"
    assert "2022-10-26" not in {d.date for d in diagnosed[made:]}


def test_the_windows_thread_never_diagnoses_what_a_map_is_compared_with(
    open_window: Open, qtbot: QtBot, diagnosed: list[Diagnosed]
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1366, 728))
    comparing._KNOWN.clear()
    diagnosed.clear()
    window.pick(window.head.lens, "compare")
    assert len(window.map.canvas.lens.changes) == 7
    window.pick(window.head.against, "bpa-120")
    assert len(window.map.canvas.lens.changes) == 3
    window.choose_date("2022-10-25")
    assert window.map.canvas.lens.versus
    assert diagnosed
    assert MAIN not in {d.thread for d in diagnosed}


def test_of_a_large_folder_a_former_reading_is_let_go(
    open_window: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "HELD", 1)  # as if the folder filled it alone
    window = open_window(chain="pc-nylon", date="2022-10-26", size=(1366, 728))
    window.pick(window.head.lens, "compare")
    window.pick(window.head.lens, "diagnosis")
    former = [weakref.ref(window.workspace.reading)]
    for day in ("2022-10-25", "2021-12-31"):
        window.choose_date(day)
        qtbot.waitUntil(lambda: former[-1]() is None, timeout=WAIT_MS)
        former.append(weakref.ref(window.workspace.reading))
    assert former[-1]() is window.workspace.reading


def test_the_windows_thread_places_no_map_for_a_new_date(
    open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    placed: list[threading.Thread] = []
    true = mapping.lay_out

    def watched(*args: Any, **options: Any) -> Placed:
        placed.append(threading.current_thread())
        return true(*args, **options)

    monkeypatch.setattr(mapping, "lay_out", watched)
    mapping._remembered.cache_clear()
    looking._MAPS.clear()
    window.choose_date("2022-10-26")
    assert placed
    assert MAIN not in placed


def test_the_old_picture_stays_until_the_new_one_is_there(
    open_window: Open, qtbot: QtBot, held: threading.Event
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    held.clear()
    window.bridge.choose_date("2022-10-26")
    qtbot.wait(60)
    assert window.bridge.busy
    assert window.workspace.reading.date == "2022-10-25"
    assert not item(window, "bpa").local
    click(qtbot, window, "bpa")
    assert window.selection.focus.product == "bpa", "the window goes on answering"
    held.set()
    window.settle()
    assert item(window, "bpa").local
    assert card(window, "bpa").selected


def test_the_newest_wish_wins_and_the_older_are_given_up(
    open_window: Open,
    qtbot: QtBot,
    held: threading.Event,
    diagnosed: list[Diagnosed],
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    diagnosed.clear()
    held.clear()
    days = ("2021-01-01", "2021-02-01", "2021-03-01", "2022-10-26")
    for day in days:
        window.bridge.choose_date(day)
        qtbot.wait(5)
    held.set()
    window.settle()
    assert window.workspace.reading.date == "2022-10-26"
    asked = [d.date for d in diagnosed if d.date in days]  # others may be made ahead by now
    assert asked[-1] == "2022-10-26"
    window.run("undo")
    assert window.workspace.reading.date == "2021-03-01"


def test_a_date_chosen_while_the_folder_is_read_is_not_lost(
    open_window: Open, qtbot: QtBot, held: threading.Event
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    held.clear()
    window.bridge.reload()
    qtbot.wait(20)
    window.bridge.choose_date("2022-10-26")
    held.set()
    window.settle()
    assert window.workspace.reading.date == "2022-10-26"


def test_a_re_read_folder_keeps_the_date_that_was_returned_to(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.choose_date("2022-10-26")
    window.run("undo")
    window.run("reload")
    assert window.workspace.reading.date == "2022-10-25"


def test_closing_while_a_reading_is_made_leaves_no_thread(
    open_window: Open, qtbot: QtBot, held: threading.Event
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    held.clear()
    window.bridge.choose_date("2022-10-26")
    qtbot.wait(20)
    window.frame.close()
    assert [t.name for t in threading.enumerate() if t.name == "liantu-task"] == []
    assert window.workspace.reading.date == "2022-10-25"


def test_a_hidden_page_is_drawn_when_it_is_seen(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-25")
    window.selection.show_page("home")
    before = window.map.map
    window.choose_date("2022-10-26")
    assert window.map.map is before, "nobody sees it"
    window.selection.show_page("map")
    assert item(window, "bpa").local


def test_lists_and_reasons_hidden_by_f9_are_drawn_when_they_return(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    qtbot.keyClick(window.frame, Qt.Key.Key_F9)
    window.follow(Target("product", "pc"))
    assert window.inspector.dossier is not None
    assert window.inspector.dossier.title != "聚碳酸酯"
    qtbot.keyClick(window.frame, Qt.Key.Key_F9)
    assert window.inspector.dossier.title == "聚碳酸酯"
    assert window.lists.products.table.selectionModel().hasSelection()


def test_a_change_that_leaves_the_map_as_it_is_draws_nothing_anew(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    scene = window.map.canvas.map_scene
    switches = window.workspace.reading.switches
    window.assume(replace(switches, weights={**switches.weights, "unlock": 90.0}))
    assert window.map.canvas.map_scene is scene


def test_preparing_stops_when_it_is_not_wanted_any_more(open_window: Open) -> None:
    window = open_window(chain="pc-nylon")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        preparing.prepare(window.workspace.reading, window.selection.focus, None, progress)


def test_only_tiles_near_what_is_seen_are_made(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    for number in range(120):
        (tmp_path / f"{number:03}.yaml").write_text(
            "format: 1\n"
            f"chain:\n  id: c{number:03}\n  name: 链{number:03}产业链\n  field: 甲\n"
            "  stages:\n    - {id: s, name: 段}\n"
            f"  members:\n    s: [p{number:03}]\n"
            f"products:\n  p{number:03}:\n    name: 物{number:03}\n    unit: 万吨/年\n",
            encoding="utf-8",
        )
    window = open_window(tmp_path)
    assert len(window.workspace.reading.atlas.chains) == 120
    first = [tile.chain for tile in window.home.tiles]
    assert 5 <= len(first) <= 60
    assert "c119" not in first
    bar = window.home.verticalScrollBar()
    bar.setValue(window.home.board.height())
    window.settle()
    last = [tile.chain for tile in window.home.tiles]
    assert "c119" in last
    assert "c000" not in last
    tile = next(t for t in window.home.tiles if t.chain == "c119")
    qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert window.selection.focus.chain == "c119"


def test_a_step_goes_to_the_event_before_and_before_the_first_to_its_eve(
    open_window: Open,
) -> None:
    window = open_window(chain="pc-nylon", date="2022-10-26")
    bar = window.frame.topbar.date
    bar.step_back()
    window.settle()
    assert window.workspace.reading.date == "2022-06-01", "祥光铜业 runs again"
    assert "双酚A" in window.banner.words + "".join(i.text() for i in window.banner.items)
    bar.step_on()
    window.settle()
    assert window.workspace.reading.date == "2022-10-26"
    window.choose_date("1986-01-01")
    bar.step_back()
    window.settle()
    assert window.workspace.reading.date == "1985-12-31"
    assert not bar.before.isEnabled()


@pytest.mark.parametrize("page", ["home", "lists"])
def test_a_page_without_a_map_is_drawn_of_what_a_worker_has_made(
    open_window: Open, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """Of a large folder each of these takes seconds."""
    window = open_window()
    window.selection.show_page(page)
    window.settle()
    made: list[tuple[str, threading.Thread]] = []
    for name in ("census", "questions", "boards", "city_gaps"):
        true = getattr(module, name)

        def watched(*given: Any, name: str = name, true: Any = true) -> Any:
            made.append((name, threading.current_thread()))
            return true(*given)

        monkeypatch.setattr(module, name, watched)
    window.choose_date("2021-06-30")
    window.settle()
    assert {name for name, _ in made} == {"census", "questions", "boards", "city_gaps"}
    assert [name for name, thread in made if thread is MAIN] == []
