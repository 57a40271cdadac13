"""Before there are data: what the window says, what may be clicked, and every way on from there."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from liantu import library, paths
from liantu.issues import Issue
from liantu.library import folder as library_folder
from liantu.library import reader
from liantu.library.folder import data_files
from liantu.library.parts import Parts
from liantu.model.target import Target
from liantu.ui.remembered import settings
from liantu.ui.window import Window
from liantu.ui.work import tasks
from tests.gui.conftest import Open
from tests.gui.opened import OpenWindow
from tests.helpers.folders import CHAIN, write

LEFT = Qt.MouseButton.LeftButton
FILES = len([*paths.shipped_chains().rglob("*.yaml")])


class Gate:
    """Holds up the reading of folders; a test that fails lets it go on as well."""

    def __init__(self) -> None:
        self.read = 0
        self._open = threading.Event()

    def read_file(self, path: Path, name: str) -> Parts:
        """Two files at once, the third once the gate is open."""
        self.read += 1
        if self.read > 2:
            self._open.wait(30)
        return _read_file(path, name)

    def data_files(self, folder: Path) -> tuple[list[Path], list[Issue]]:
        """The folder 远 lies on a drive that does not answer."""
        if folder.name == "远":
            self._open.wait(30)
        return data_files(folder)

    def open(self) -> None:
        self._open.set()


_read_file = reader.read_file


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.open()
    for thread in threading.enumerate():
        if thread.name == "liantu-task":
            thread.join(30)


@pytest.fixture
def slow(gate: Gate, monkeypatch: pytest.MonkeyPatch) -> Gate:
    """Every folder takes long to read, the shipped one as well."""
    monkeypatch.setattr(reader, "read_file", gate.read_file)
    monkeypatch.setattr(library, "load", reader.load)
    return gate


def buttons(window: OpenWindow) -> list[str]:
    """What the page in front offers."""
    found = window.pages.currentWidget().findChildren(QPushButton)
    return [button.text() for button in found if button.isVisible()]


def click(qtbot: QtBot, window: OpenWindow, words: str) -> None:
    found = window.pages.currentWidget().findChildren(QPushButton)
    qtbot.mouseClick(next(b for b in found if b.isVisible() and b.text() == words), LEFT)


def bar_is_quiet(window: Window) -> bool:
    """Whether nothing in the upper row can be clicked to no effect."""
    bar = window.topbar
    parts = [*bar.pages.values(), bar.search, bar.scenario, bar.export_button, bar.undo, bar.redo]
    return not any(part.isEnabled() for part in (*parts, bar.date.before, bar.date.edit))


def test_the_frame_names_the_folder_before_anything_is_read(qtbot: QtBot, tmp_path: Path) -> None:
    window = Window(tmp_path / "资料 甲")
    qtbot.addWidget(window)
    told = [label.text() for label in window.centralWidget().findChildren(QLabel)]
    assert "正在读取…" in told
    assert str(tmp_path / "资料 甲") in told
    assert window.topbar.date.edit.text() == "正在读取…"
    assert bar_is_quiet(window)
    assert not window.topbar.menu_button.isEnabled(), "its menu is still empty"


def test_a_folder_is_named_in_full(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    window = open_window(Path("不存在"))
    assert str(tmp_path / "不存在") in window.desk.arrival.empty.told
    window.frame.close()
    assert settings.load().folder == "", "the next start is with what can be read"


def test_a_long_reading_tells_how_far_it_is_and_can_be_given_up(
    start_window: Open, qtbot: QtBot, slow: Gate
) -> None:
    window = start_window()
    page = window.desk.arrival.reading
    assert window.pages.currentWidget() is page
    assert page.findChildren(QProgressBar) == [], "nothing moves in the first moment"
    qtbot.waitUntil(page.words.isVisible, timeout=10_000)
    assert page.words.text() == f"已读 2 / {FILES} 个文件"
    (bar,) = page.findChildren(QProgressBar)
    assert (bar.value(), bar.maximum()) == (2, FILES)
    assert bar_is_quiet(window.frame)
    assert window.frame.topbar.menu_button.isEnabled()
    for verb in ("search", "switches", "page_map", "picture", "briefing", "undo"):
        assert not window.can(verb), verb
    click(qtbot, window, "取消")
    assert window.pages.currentWidget() is window.desk.arrival.empty
    assert window.desk.arrival.empty.told.startswith("没有读完，已取消")
    assert str(paths.shipped_chains()) in window.desk.arrival.empty.told
    assert buttons(window) == ["打开资料文件夹…", "打开随附的 20 条链", "重新读取"]
    assert window.frame.topbar.date.edit.text() == "—"
    slow.open()
    click(qtbot, window, "重新读取")
    assert window.frame.topbar.date.edit.text() == "正在读取…"
    qtbot.waitUntil(lambda: window.workspace.ready, timeout=20_000)
    window.settle()
    assert len(window.home.tiles) == 20
    assert window.frame.topbar.date.edit.text() == "2022-12-31"
    assert all(page.isEnabled() for page in window.frame.topbar.pages.values())


def test_a_drive_that_does_not_answer_holds_up_nothing(
    start_window: Open,
    qtbot: QtBot,
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    sound = write(tmp_path / "近", {"01-resin.yaml": CHAIN})
    monkeypatch.setattr(reader, "data_files", gate.data_files)
    window = start_window(tmp_path / "远")
    qtbot.waitUntil(lambda: "取消" in buttons(window), timeout=5_000)
    click(qtbot, window, "取消")
    window.bridge.open(sound)
    qtbot.waitUntil(lambda: window.workspace.ready, timeout=20_000)
    window.settle()
    assert list(window.workspace.reading.atlas.chains) == ["resin"]
    gate.open()
    qtbot.wait(100)
    assert window.workspace.folder == sound, "what came too late is not shown"


def test_the_window_closes_though_a_drive_does_not_answer(
    start_window: Open, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(reader, "data_files", gate.data_files)
    monkeypatch.setattr(tasks, "PARTING_S", 0.01)
    window = start_window(tmp_path / "远")
    assert window.frame.close()
    assert not window.frame.isVisible()


def test_the_shown_city_stays_until_another_is_read(
    open_window: Open, qtbot: QtBot, gate: Gate, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = open_window(chain="铜")
    before = window.workspace.folder
    monkeypatch.setattr(reader, "read_file", gate.read_file)
    other = write(tmp_path, {f"{at:02}-resin.yaml": CHAIN for at in range(5)})
    window.bridge.open(other)
    qtbot.waitUntil(lambda: "正在读取" in window.banner.words, timeout=5_000)
    assert window.pages.currentWidget() is window.columns
    assert str(other) in window.banner.words
    cancel = next(b for b in window.banner.buttons if b.text() == "取消")
    qtbot.mouseClick(cancel, LEFT)
    assert "正在读取" not in window.banner.words + window.frame.status.words
    assert window.bridge.folder == before
    gate.open()
    window.settle()
    assert window.selection.focus.chain == "cu"
    window.wait(lambda: [hit.target for hit in window.search._index.hits("djt")][:1] != [])
    assert Target("product", "cath") in [h.target for h in window.search._index.hits("djt")]


@pytest.mark.parametrize(
    ("kind", "title", "offered"),
    [
        (
            "gone",
            "找不到这个文件夹",
            ["打开资料文件夹…", "打开随附的 20 条链", "重新读取", "查看问题"],
        ),
        (
            "file",
            "这是文件，不是文件夹",
            ["打开资料文件夹…", "打开随附的 20 条链", "打开它所在的文件夹", "重新读取", "查看问题"],
        ),
        (
            "empty",
            "这个文件夹里没有产业链",
            ["打开资料文件夹…", "打开随附的 20 条链", "重新读取", "查看问题"],
        ),
    ],
)
def test_a_folder_that_cannot_be_shown_is_told_with_ways_on(
    open_window: Open, tmp_path: Path, kind: str, title: str, offered: list[str]
) -> None:
    start = tmp_path / "资料"
    if kind == "file":
        start.write_text("x", encoding="utf-8")
    elif kind == "empty":
        start.mkdir()
    window = open_window(start)
    assert window.pages.currentWidget() is window.desk.arrival.empty
    assert window.desk.arrival.empty.told.startswith(title)
    assert str(start) in window.desk.arrival.empty.told
    assert buttons(window) == offered
    assert window.frame.topbar.date.edit.text() == "—"


def test_a_file_leads_to_the_folder_it_is_in(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = write(tmp_path, {"01-resin.yaml": CHAIN})
    window = open_window(folder / "01-resin.yaml")
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        click(qtbot, window, "打开它所在的文件夹")
    window.settle()
    assert window.workspace.folder == folder
    assert len(window.home.tiles) == 1


def test_a_folder_that_may_not_be_read_says_so(
    open_window: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> list[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(library_folder, "_entries", refuse)
    window = open_window(tmp_path)
    assert window.desk.arrival.empty.told.splitlines() == [
        "这个文件夹读不了",
        str(tmp_path),
        "无法读取这个文件夹（没有权限）。请检查权限，或把文件夹复制到本机再打开。",
    ]


def test_a_folder_that_comes_back_is_read_again(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(tmp_path / "later")
    write(tmp_path / "later", {"01-resin.yaml": CHAIN})
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        click(qtbot, window, "重新读取")
    window.settle()
    assert len(window.home.tiles) == 1


def test_the_folder_of_the_last_time_may_be_gone(
    open_window: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = write(tmp_path / "资料", {"01-resin.yaml": CHAIN})
    open_window(folder).frame.close()
    shutil.rmtree(folder)
    window = open_window(settings.load().usual_folder)
    assert window.desk.arrival.empty.told.startswith(f"找不到这个文件夹\n{folder}")
    with qtbot.waitSignal(window.bridge.opened, timeout=20_000):
        click(qtbot, window, "打开随附的 20 条链")
    window.settle()
    assert len(window.home.tiles) == 20


def test_the_hint_covers_nothing_and_is_told_until_it_is_known(
    open_window: Open, qtbot: QtBot
) -> None:
    window = open_window(chain="cu", size=(1366, 728), hinted=False)
    hint = window.desk.hint
    assert hint is not None
    assert "Ctrl+K" in hint.words
    canvas = window.map.canvas
    assert (
        hint.mapTo(window.frame, hint.rect().bottomLeft()).y()
        < canvas.mapTo(window.frame, canvas.rect().topLeft()).y()
    )
    assert hint.height() <= 40
    assert not settings.load().hinted
    qtbot.mouseClick(hint.buttons[0], LEFT)
    assert not hint.isVisible()
    assert settings.load().hinted


def test_a_known_hint_never_comes_back(open_window: Open) -> None:
    settings.save(settings.Settings(hinted=True))
    assert open_window(hinted=settings.load().hinted).desk.hint is None


def test_no_hint_where_there_is_nothing_to_click(open_window: Open, tmp_path: Path) -> None:
    assert open_window(tmp_path, hinted=False).desk.hint is None
