"""The lens 断供 with a drill: what it paints, and its steps with real keys and clicks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from liantu.diagram.lenses import OUTAGE
from liantu.model.drill import Drill, Shock, ShockKind
from liantu.ui.bars import steps as bars
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow

LEFT = Qt.MouseButton.LeftButton
SMALL = (1366, 697)


def painted(window: OpenWindow) -> None:
    window.settle()
    window.wait(lambda: not window.map.canvas.awaited)
    window.settle()


def under_outage(window: OpenWindow) -> None:
    window.selection.go(replace(window.selection.focus, lens=OUTAGE))
    painted(window)


def stop(window: OpenWindow, kind: ShockKind, key: str) -> None:
    found = replace(window.workspace.reading.scenario, drill=Drill(shocks=(Shock(kind, key),)))
    window.bridge.look(found, "演练")
    painted(window)


def struck(window: OpenWindow) -> dict[str, int]:
    failure = window.map.canvas.lens.failure
    assert failure is not None
    return {p: found.step for p in failure.strikes if (found := failure.seen(p)) is not None}


def press(window: OpenWindow, key: Qt.Key) -> int | None:
    QTest.keyClick(window.map.canvas, key, Qt.KeyboardModifier.AltModifier)
    window.settle()
    return window.selection.focus.step


def test_a_stop_is_looked_at_step_by_step(open_window: Open, qtbot: QtBot) -> None:
    window = open_window(chain="pc-nylon", size=SMALL, lists=False)
    bar = window.desk.map.steps
    under_outage(window)
    assert not bar.isVisible()
    assert not window.can("outage_play")
    assert window.legend.entries[0].words == "还没有选停产对象：在卡片上右键“演练停产”"
    high = window.map.height()

    stop(window, ShockKind.OUTSIDE, "coal")
    assert bar.isVisible()
    assert window.map.height() == high - bar.height()
    assert bar.words.text().startswith("市外煤炭断供：断供 1 个环节，断料 ")
    whole = struck(window)
    last = max(whole.values())
    assert last > 2

    window.map.canvas.setFocus()
    places = window.selection.can_go_back
    assert press(window, Qt.Key.Key_Period) == 0
    assert struck(window) == {"coal": 0}
    assert press(window, Qt.Key.Key_Period) == 1
    assert struck(window) == {p: step for p, step in whole.items() if step <= 1}
    assert bar.words.text().startswith(f"第 1 步（共 {last} 步）：断料 ")
    assert press(window, Qt.Key.Key_Comma) == 0
    assert press(window, Qt.Key.Key_Comma) is None
    assert press(window, Qt.Key.Key_Comma) == last
    assert struck(window) == whole
    qtbot.mouseClick(bar.after, LEFT)
    assert window.selection.focus.step is None
    assert window.selection.can_go_back == places

    plays(window, last)
    window.run("undo")
    painted(window)
    assert not bar.isVisible()
    assert window.map.height() == high


def plays(window: OpenWindow, last: int) -> None:
    """It plays to the last step, stays there for a while, and then shows all."""
    bar = window.desk.map.steps
    seen: list[int | None] = []
    window.selection.changed.connect(lambda focus: seen.append(focus.step))
    bar._timer.setInterval(1)
    press(window, Qt.Key.Key_Slash)
    assert bar.playing
    window.wait(lambda: not bar.playing)
    bar._timer.setInterval(bars.PAUSE_MS)
    assert seen == [*range(last + 1), None]
