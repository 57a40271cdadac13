"""The slider under the map with real mouse and keys: events, dragging, playing, hiding."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liantu.telling import events
from liantu.telling.dates import eve
from liantu.ui.bars import timeline as timelines
from liantu.ui.bars.timeline import Timeline
from liantu.ui.remembered import settings
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
BPA = "2022-10-26"


@pytest.fixture
def shown(open_window: Open) -> OpenWindow:
    """pc-nylon on the day before 双酚A begins, with the slider."""
    window = open_window(chain="pc-nylon", date="2022-10-25", size=(1366, 728), lists=False)
    window.run("timeline")
    return window


def line_of(window: OpenWindow) -> Timeline:
    return window.desk.map.timeline


def date_of(window: OpenWindow) -> str:
    return window.workspace.reading.date


def press(window: OpenWindow, key: Qt.Key) -> str:
    QTest.keyClick(line_of(window).axis, key)
    window.settle()
    return date_of(window)


def test_it_tells_what_happened_last_and_what_is_under_the_mouse(shown: OpenWindow) -> None:
    line = line_of(shown)
    assert line.words.words == "2022-02 鲁西集团己内酰胺开工建设（30 万吨/年） 等3件"
    QTest.mouseMove(line.axis, line.axis.spot(BPA))
    assert line.words.words == f"其后 {BPA} 鲁西集团双酚A投产（20 万吨/年）"
    QTest.mouseMove(line.axis, QPoint(1, 1))
    assert line.words.words.startswith("2022-02 ")
    assert line.axis.accessibleDescription() == f"口径日期 2022-10-25，{line.words.words}"


def test_marks_of_the_chain_are_strong_and_those_of_the_city_weak(shown: OpenWindow) -> None:
    marks, reading = line_of(shown).axis.marks, shown.workspace.reading
    own = {e.day for e in events.of_chain(reading, "pc-nylon")}
    assert {m.day for m in marks if m.strong} == own
    assert {m.day for m in marks} == set(events.days(events.events(reading)))
    year = next(m for m in marks if m.day == "2010-01-01" and m.strong)
    assert year.last == "2010-12-31"
    assert year.words.startswith("2010 ")


def test_a_click_on_a_mark_chooses_its_day(shown: OpenWindow) -> None:
    axis = line_of(shown).axis
    QTest.mouseClick(axis, LEFT, NONE, axis.spot(BPA))
    shown.settle()
    assert date_of(shown) == BPA
    assert shown.frame.topbar.date.edit.date().toString("yyyy-MM-dd") == BPA
    assert shown.workspace.reading.situation.is_local("bpa")
    assert line_of(shown).words.words == f"{BPA} 鲁西集团双酚A投产（20 万吨/年）"


def test_a_drag_is_one_step_and_makes_only_the_newest(
    shown: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    axis, served = line_of(shown).axis, list[str]()
    shown.bridge.revised.connect(lambda _: served.append(date_of(shown)))
    start, goal = axis.spot("2022-10-25"), axis.spot("2018-12-01")
    QTest.mousePress(axis, LEFT, NONE, start)
    for x in range(start.x(), goal.x() - 1, -1):
        QTest.mouseMove(axis, QPoint(x, start.y()))
    asked = shown.workspace.wanted.date
    assert asked < "2022"
    QTest.mouseRelease(axis, LEFT, NONE, goal)
    shown.settle()
    assert date_of(shown) == "2018-12-01"
    assert served[-1] == "2018-12-01"
    assert len(served) <= 2
    shown.run("undo")
    assert date_of(shown) == "2022-10-25"


def test_a_drag_to_where_nothing_happens_ends_with_a_month(shown: OpenWindow) -> None:
    axis = line_of(shown).axis
    spot = (axis.spot("2024-04-02") + axis.spot("2025-02-07")) / 2
    QTest.mousePress(axis, LEFT, NONE, axis.spot("2022-10-25"))
    QTest.mouseMove(axis, spot)
    QTest.mouseRelease(axis, LEFT, NONE, spot)
    shown.settle()
    assert date_of(shown)[:4] == "2024"
    assert date_of(shown)[-2:] in ("30", "31", "29")


def test_keys_go_from_event_to_event_and_by_years(shown: OpenWindow) -> None:
    stops = sorted({e.day for e in events.of_chain(shown.workspace.reading, "pc-nylon")})
    assert press(shown, Qt.Key.Key_Right) == BPA
    assert press(shown, Qt.Key.Key_Left) == "2022-02-01"
    assert press(shown, Qt.Key.Key_PageDown) == "2021-02-01"
    assert press(shown, Qt.Key.Key_PageUp) == "2022-02-01"
    assert press(shown, Qt.Key.Key_End) == stops[-1]
    assert not line_of(shown).after.isEnabled()
    assert press(shown, Qt.Key.Key_Home) == stops[0]
    assert press(shown, Qt.Key.Key_Left) == eve(stops[0])
    assert not line_of(shown).before.isEnabled()
    assert line_of(shown).words.words.startswith("其后 ")


def test_the_buttons_step(shown: OpenWindow) -> None:
    line = line_of(shown)
    QTest.mouseClick(line.after, LEFT)
    shown.settle()
    assert date_of(shown) == BPA
    QTest.mouseClick(line.before, LEFT)
    shown.settle()
    assert date_of(shown) == "2022-02-01"


def test_it_plays_to_the_end_as_one_step_and_stops(shown: OpenWindow) -> None:
    line, seen = line_of(shown), list[str]()
    line._timer.setInterval(1)
    shown.bridge.revised.connect(lambda _: seen.append(date_of(shown)))
    QTest.mouseClick(line.play, LEFT)
    assert line.playing
    assert line.play.accessibleName() == "暂停播放"
    shown.wait(lambda: not line.playing)
    shown.settle()
    assert seen == [BPA, "2023-05-01", "2024-04-02"]
    assert line.play.accessibleName() == "逐件播放"
    shown.run("undo")
    assert date_of(shown) == "2022-10-25"


def test_space_pauses_and_another_date_ends_the_play(shown: OpenWindow) -> None:
    line = line_of(shown)
    line.axis.setFocus()
    QTest.keyClick(line.axis, Qt.Key.Key_Space)
    assert line.playing
    QTest.keyClick(line.axis, Qt.Key.Key_Space)
    assert not line.playing
    shown.settle()
    QTest.keyClick(line.axis, Qt.Key.Key_Space)
    shown.choose_date("2019-06-30")
    assert not line.playing


def test_it_waits_for_the_picture(shown: OpenWindow, qtbot: QtBot) -> None:
    line = line_of(shown)
    line.toggle_play()
    assert line.playing
    assert not line._timer.isActive()
    shown.settle()
    assert date_of(shown) == BPA
    assert line._timer.isActive()
    assert line._timer.interval() == timelines.PAUSE_MS
    line.pause()
    assert not line._timer.isActive()


def test_it_can_be_hidden_and_is_found_again(shown: OpenWindow) -> None:
    line = line_of(shown)
    assert line.isVisible()
    assert shown.frame.settings.timeline is True
    line.toggle_play()
    shown.run("timeline")
    assert not line.isVisible()
    assert not line.playing
    assert settings.body(shown.frame.settings)["timeline"] is False


@pytest.mark.parametrize(
    ("size", "least"), [((1366, 728), 560), ((1366, 697), 555), ((1024, 700), 540)]
)
def test_the_map_keeps_its_floor(open_window: Open, size: tuple[int, int], least: int) -> None:
    window = open_window(chain="pc-nylon", size=size, lists=False)
    assert not line_of(window).isVisible()
    window.run("timeline")
    line = line_of(window)
    assert line.isVisible()
    assert line.height() <= 40
    assert window.map.canvas.height() >= least
    assert line.axis.width() >= 300
    assert line.geometry().top() >= window.map.geometry().bottom()
    for button in (line.before, line.play, line.after):
        assert button.width() >= button.minimumSizeHint().width()


def test_a_high_window_shows_it_at_once(open_window: Open) -> None:
    window = open_window(chain="pc-nylon", size=(1600, 1010), lists=False)
    assert line_of(window).isVisible()


def test_dragging_is_given_up_with_esc(shown: OpenWindow) -> None:
    axis = line_of(shown).axis
    QTest.mousePress(axis, LEFT, NONE, axis.spot("2022-10-25"))
    QTest.mouseMove(axis, axis.spot("2018-08-01"))
    assert axis.holds
    QTest.keyClick(axis, Qt.Key.Key_Escape)
    assert not axis.holds
    QTest.mouseRelease(axis, LEFT, NONE, axis.spot("2022-10-25"))
    shown.settle()
    assert date_of(shown) == "2022-10-25"
