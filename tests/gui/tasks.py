"""Tasks of a planner, each with the count of the best peer that it must not exceed.

``python -m tests.gui.tasks`` does them in the real window and prints the table. A task begins where
the first usability review began: at 总览, or on the map of the ``chain`` that it is about.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.telling.answer import answer
from liantu.ui.assuming.window import AssumingDialog
from liantu.ui.canvas.scene import MapScene
from liantu.ui.lists.tools import CopyButton
from tests.gui.hand_count import CONTROL, LEFT, NONE, Hand
from tests.gui.opened import OpenWindow
from tests.gui.test_window import card, chips, spot

SHIFT = Qt.KeyboardModifier.ShiftModifier
CHAIN = "pc-nylon"
EVE, DAY = "2022-10-25", "2022-10-26"
A3_AT_300_DPI = (4961, 3508)


@dataclass(frozen=True, slots=True)
class Task:
    """``peer`` names whose count the ``bound`` is."""

    letter: str
    words: str
    do: Callable[[Hand, OpenWindow, Path], None]
    bound: int
    peer: str
    chain: str = ""


def seen(top: QWidget) -> str:
    """The words in sight, without a turn of the wheel."""
    labels = [w for w in top.findChildren(QLabel) if w.isVisible()]
    return "\n".join(w.text() for w in labels if not w.visibleRegion().isEmpty())


def links(window: OpenWindow) -> list[str]:
    """What leads on from the inspector and is in sight."""
    found = window.inspector.links()
    return [line.words for line in found if not line.visibleRegion().isEmpty()]


def scene(window: OpenWindow) -> MapScene:
    """The map as it is painted."""
    found = window.map.canvas.map_scene
    assert found is not None
    return found


def why(hand: Hand, window: OpenWindow, _: Path) -> None:
    """Find it; the answer stands at the top."""
    hand.find("sfa")
    told = answer(window.workspace.reading, "bpa")
    assert "鲁西集团 20 万吨/年" in told
    assert told in seen(window.inspector)


def from_day_to_day(hand: Hand, window: OpenWindow, _: Path) -> None:
    """Type the eve, step on to the event; all that has changed is listed."""
    edit = window.frame.topbar.date.edit
    hand.click(edit, QPoint(12, edit.height() // 2))
    hand.type(EVE.replace("-", ""))
    assert window.workspace.reading.date == EVE
    hand.key(Qt.Key.Key_BracketRight, CONTROL)
    assert window.workspace.reading.date == DAY
    assert "7 个环节有变化" in window.banner.words
    changed = [button.text() for button in window.banner.items]
    assert len(changed) == 7
    assert "双酚A：疑似短链·向上 → 在产" in changed


def broken(hand: Hand, window: OpenWindow, _: Path) -> None:
    """补链榜 of the whole city is in front: every broken link is in it, by score."""
    hand.key(Qt.Key.Key_4, CONTROL)
    view, reading = window.desk.lists.view, window.workspace.reading
    assert view.isVisible()
    assert view.side.value("chain") == ""
    order = [row.product for row in reading.rows(Board.FILL)]
    shown = [row.id for row in view.grid.model.shown]
    assert shown == order
    assert any(reading.verdicts[product].worst is Word.BROKEN for product in shown)
    assert view.side.boxes["class"].boxes["断链"].box.isChecked()
    column = view.grid.model.item.column("score")
    scores = [float(column.text(row)) for row in view.grid.model.shown]
    assert scores == sorted(scores, reverse=True)


def makers_and_users(hand: Hand, window: OpenWindow, _: Path) -> None:
    """Find it; makers, local users and chains are in sight without the wheel."""
    hand.find("sj")
    assert window.selection.focus.product == "naoh"
    shown = links(window)
    assert {"信发华兴", "鲁西集团", "氢氧化铝 · 信发集团", "促进剂CZ · 阳谷华泰"} <= {*shown}
    assert "谁用（本地）" in seen(window.inspector)


def chains_of_a_firm(hand: Hand, window: OpenWindow, _: Path) -> None:
    """Find it; the names of all its chains are in sight without the wheel."""
    hand.find("lxjt")
    assert window.selection.focus.enterprise == "luxi"
    atlas = window.workspace.reading.atlas
    shown = {chain.label for chain in atlas.chains.values()} & {*links(window)}
    assert len(shown) == 9
    assert "涉及 9 条产业链" in seen(window.inspector)


def county(hand: Hand, window: OpenWindow, _: Path) -> None:
    """Open the choice of counties, choose; the others' cards fade."""
    choice = window.head.county
    action = next(a for a in choice.menu.actions() if a.data() == "茌平区")

    def choose() -> None:
        hand.clicks += 1
        at = choice.menu.actionGeometry(action).center()
        QTest.mouseClick(choice.menu, LEFT, NONE, at)

    QTimer.singleShot(0, choice.menu, lambda: QTimer.singleShot(0, choice.menu, choose))
    hand.click(choice.closed)
    window.settle()
    assert window.selection.focus.county == "茌平区"
    assert not card(window, "alumina").faded
    assert any(found.faded for found in scene(window).cards.values())


def picture(hand: Hand, window: OpenWindow, folder: Path) -> None:
    """Ask for the picture and take what is offered: PNG on A3."""
    hand.key(Qt.Key.Key_E, CONTROL)
    hand.key(Qt.Key.Key_Return)
    window.wait(lambda: "已导出" in window.banner.words)
    (written,) = folder.glob("*.png")
    size = QImageReader(str(written)).size()
    assert (size.width(), size.height()) == A3_AT_300_DPI


def briefing(hand: Hand, window: OpenWindow, folder: Path) -> None:
    """The shown chain is ticked; tick the two beside it, export."""
    hand.key(Qt.Key.Key_P, CONTROL)
    form = window.reports.form
    ticks = form.chains
    (first,) = form.chosen()
    at = ticks.ids.index(first)
    for row in (at + 1, at + 2):
        hand.click(ticks.viewport(), ticks.visualItemRect(ticks.item(row)).center())
    assert form.chosen() == ticks.ids[at : at + 3]
    hand.click(window.reports.save)
    window.wait(lambda: bool([*folder.glob("*.pdf")]) and "已导出" in window.banner.words)
    (written,) = folder.glob("*.pdf")
    assert written.read_bytes().startswith(b"%PDF")


def copied(hand: Hand, window: OpenWindow, _: Path) -> None:
    """The map with a key; a list with its button."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear()
    hand.key(Qt.Key.Key_C, CONTROL | SHIFT)
    window.wait(lambda: not clipboard.image().isNull())
    hand.key(Qt.Key.Key_4, CONTROL)
    view = window.desk.lists.view
    (copy,) = [button for button in view.findChildren(CopyButton) if button.isVisible()]
    hand.click(copy)
    lines = clipboard.text().splitlines()
    assert lines[0].startswith("名次\t环节\t链")
    assert len(lines) == 1 + len(view.grid.model.shown) > 50


def three_words(hand: Hand, window: OpenWindow, _: Path) -> None:
    """The first hit is what is meant, of initials and of whole pinyin."""
    for typed, id_ in (("sfa", "bpa"), ("zhongtong", "zhongtong"), ("xf", "xinfa")):
        hand.find(typed)
        target = window.selection.focus.target
        assert target is not None
        assert target.id == id_


def utilisation(hand: Hand, window: OpenWindow, _: Path) -> None:
    """Open the assumptions, choose the numbers, type a share; take it back on the map."""
    hand.key(Qt.Key.Key_Semicolon, CONTROL)
    window.wait(lambda: window.findChild(AssumingDialog) is not None)
    dialog = window.findChild(AssumingDialog)
    assert isinstance(dialog, AssumingDialog)
    hand.key(Qt.Key.Key_End)
    field = dialog.numbers.utilisation
    window.wait(field.isVisible)
    hand.key(Qt.Key.Key_Tab)
    assert field.hasFocus()
    hand.type("80")
    assert window.workspace.reading.switches.utilisation == 0.8
    assert "80%" in window.frame.status.words
    hand.key(Qt.Key.Key_Escape)
    hand.click(window.frame.topbar.undo)
    window.wait(lambda: window.workspace.reading.switches.utilisation == 1.0)
    assert "80%" not in window.frame.status.words


def fold(hand: Hand, window: OpenWindow, _: Path) -> None:
    """A double click and Esc."""
    whole = len(scene(window).cards)
    hand.double(window.map.canvas.viewport(), spot(window, "bpa"))
    assert 3 < len(scene(window).cards) < whole
    assert "双酚A" in chips(window)
    hand.key(Qt.Key.Key_Escape)
    assert len(scene(window).cards) == whole
    assert chips(window) == ""


def panes(hand: Hand, window: OpenWindow, _: Path) -> None:
    """F6 from the chains to the map, the table and the inspector."""
    window.chains.view.setFocus()
    table = window.lists.products.table
    for goal in (window.map.canvas, table, window.side):
        for _ in range(6):
            hand.key(Qt.Key.Key_F6)
            now = QApplication.focusWidget()
            if now is goal or (now is not None and goal.isAncestorOf(now)):
                break
        else:
            raise AssertionError(goal)


REVIEW = "首轮评测"
"""No peer has it; the count is that of the first review of this window."""
TASKS = (
    # planners.md D2, task 2 and "find": Cytoscape's search bar is one click, Gephi takes three.
    Task("a", "双酚A 为何如此", why, 1, "Cytoscape"),
    Task("d", "谁做、谁用烧碱", makers_and_users, 1, "Cytoscape"),
    Task("e", "鲁西集团在哪些链", chains_of_a_firm, 1, "Cytoscape"),
    Task("j", "sfa、zhongtong、xf", three_words, 3, "Cytoscape"),
    # D2, task 3: 高明区's page 产业分析 is one click, though its text is typed by hand.
    Task("c", "全市断链按得分", broken, 1, "高明区图谱"),
    # D2, task 5: the platform's comparison takes four or more; it compares regions, not days.
    Task("b", "10-25 → 10-26 变了什么", from_day_to_day, 4, "政府平台"),
    Task("l", "收拢双酚A上下游再返回", fold, 2, REVIEW, CHAIN),
    # D2, task 4: Activity Browser and openLCA take two, for the part in view alone.
    Task("g", "A3 图片", picture, 2, "Activity Browser", CHAIN),
)
APART = (
    Task("f", "茌平区在铝上", county, 2, REVIEW, "al"),
    Task("h", "三条链的简报", briefing, 6, REVIEW, CHAIN),
    Task("i", "复制图和清单", copied, 4, REVIEW, CHAIN),
    Task("k", "利用率80%再撤销", utilisation, 5, REVIEW, CHAIN),
)
"""Each in a window of its own: a dialog that was open before may still have the keys."""
OWN = "自定"
"""Nobody tells a number; the bound is ours."""
PANES = Task("m", "清单→图→表→详情（键盘）", panes, 14, REVIEW, CHAIN)
RESTART = Task("n", "改大小、重开如旧", lambda *_: None, 0, OWN, CHAIN)
# D2, task 1: draw.io opens a file with Ctrl+O and a choice; the dialog is that of the system.
FOLDERS = Task("o", "打开好、空、坏三种资料夹", lambda *_: None, 3, OWN)


class Table:
    """A plugin of pytest that prints what each task cost."""

    def __init__(self) -> None:
        self.rows: list[list[object]] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take the counts from the report of a test."""
        if report.when == "call":
            self.rows += [row for name, row in report.user_properties if name == "task"]  # type: ignore[misc]

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print them in the order of the letters."""
        terminalreporter.write_line("任务 | 点击 | 按键 | 滚轮 | 另打字 | 界限 | 依据")
        for row in sorted(self.rows, key=lambda row: str(row[0])):
            terminalreporter.write_line(" | ".join(map(str, row)))


def cost(task: Task, hand: Hand) -> list[object]:
    """A row of the table: plain values, as reports go from process to process."""
    counts = (hand.clicks, hand.keys, hand.wheel, hand.typed)
    return [f"{task.letter} {task.words}", *counts, task.bound, task.peer]


if __name__ == "__main__":
    warned = "ignore::pytest.PytestAssertRewriteWarning"
    asked = ["-q", "-W", warned, "-p", "no:xdist", "tests/gui/test_tasks.py"]
    sys.exit(pytest.main(asked, plugins=[Table()]))
