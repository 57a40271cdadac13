"""A start that fails, and one without streams, tell it and log it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from liantu import entry, outside, paths
from liantu.cli import main
from liantu.cli.parsing import BAD_USAGE, FAULT


def run_python(
    code: str, folder: Path, *arguments: str, **more: str
) -> subprocess.CompletedProcess[str]:
    """Another process that takes itself for one on a desk, with its own folder."""
    environment = {**os.environ, "LIANTU_CONFIG": str(folder), "DISPLAY": ":none", **more}
    environment["PYTHONIOENCODING"] = "utf-8"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=120,
        check=False,
    )


def logged(folder: Path) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((folder / "logs").glob("liantu-*"))
    )


# -- failures


def test_a_missing_library_of_qt_is_told_and_logged(tmp_path: Path) -> None:
    code = "import sys; sys.modules['PySide6.QtWidgets'] = None\n"
    code += "from liantu.entry import run; sys.exit(run([]))"
    done = run_python(code, tmp_path, QT_QPA_PLATFORM="")
    assert done.returncode == FAULT
    assert "链图打不开" in done.stderr
    assert str(tmp_path / "logs") in done.stderr
    assert "PySide6.QtWidgets" in logged(tmp_path)
    assert "Traceback" in logged(tmp_path)


def test_a_missing_plugin_of_qt_is_told_and_logged(tmp_path: Path) -> None:
    """Qt ends the program there; the next start tells where that is written."""
    code = "import sys; from liantu.entry import run; sys.exit(run([]))"
    done = run_python(code, tmp_path, QT_QPA_PLATFORM="nothing")
    assert done.returncode not in (0, FAULT)
    assert "链图打不开" in done.stderr
    assert "CRITICAL liantu.qt" in logged(tmp_path)
    trace = next((tmp_path / "logs").glob("running-*.txt")).read_text(encoding="utf-8")
    assert "make_app" in trace or sys.platform == "win32", "Windows lets nobody see such an end"


WHOLE = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer, qWarning
from liantu import entry
from liantu.ui.window import Window
furnish = Window.furnish
def fail(window):
    furnish(window)
    QTimer.singleShot(2500, lambda: QCoreApplication.exit(7))
    qWarning("planted in Qt")
    raise KeyError("planted in Python")
Window.furnish = fail
if "mute" in sys.argv:
    sys.stdout = sys.stderr = None
sys.exit(entry.run([sys.argv[-1]]))
"""


@pytest.mark.parametrize("mute", ["mute", ""])
def test_a_run_has_its_log(tmp_path: Path, mute: str) -> None:
    """Nothing stands on standard error alone."""
    data = tmp_path / "新建 文件夹"
    data.mkdir()
    done = run_python(WHOLE, tmp_path, mute, str(data), QT_QPA_PLATFORM="offscreen:")
    assert done.returncode == 7
    found = logged(tmp_path)
    assert "INFO liantu.ui.app: start: liantu 0" in found
    assert "Qt 6" in found
    assert "便携方式" in found
    assert "WARNING liantu.qt: default: planted in Qt" in found
    assert "fault ×1: KeyError: 'planted in Python'" in found
    assert [p.suffix for p in (tmp_path / "logs").iterdir()] == [".log"]


# -- no streams


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, int]]:
    """Windows without a console, and what its boxes show."""
    shown: list[tuple[str, str, int]] = []

    def show(_: None, words: str, title: str, flags: int) -> None:
        shown.append((words, title, flags))

    monkeypatch.setattr(sys, "platform", "win32")
    box = SimpleNamespace(user32=SimpleNamespace(MessageBoxW=show))
    monkeypatch.setattr("ctypes.windll", box, raising=False)
    return shown


@contextmanager
def muted() -> Iterator[None]:
    """No streams; pytest has its own again at the end."""
    before = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = None  # type: ignore[assignment]
    try:
        yield
        print("goes nowhere, and stops nothing", file=sys.stderr)
        sys.stdout.close()
        sys.stderr.close()
    finally:
        sys.stdout, sys.stderr = before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--version"], 0, "liantu 0"),
        (["--help"], 0, "资料文件夹"),
        (["--nothing"], BAD_USAGE, "用法有误：不认识 --nothing"),
        (["--date", "2022-02-30"], BAD_USAGE, "日期“2022-02-30”不对"),
    ],
)
def test_without_streams_a_box_says_it(
    boxes: list[tuple[str, str, int]], words: list[str], code: int, said: str
) -> None:
    with muted(), pytest.raises(SystemExit) as left:
        entry.run(words)
    assert left.value.code == code
    assert len(boxes) == 1
    assert said in boxes[0][0]
    assert boxes[0][1] == "链图"
    print("goes nowhere, and stops nothing", file=sys.stderr)


def test_without_streams_a_failed_start_is_told_in_a_box(
    boxes: list[tuple[str, str, int]],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setitem(sys.modules, "liantu.ui.app", None)
    monkeypatch.setattr("liantu.logs.native.watch", lambda _: None)
    with muted():
        assert entry.run([]) == FAULT
    caplog.clear()
    assert [flags & outside.ICON_BAD for _, _, flags in boxes] == [outside.ICON_BAD]
    assert "链图打不开" in boxes[0][0]
    assert [path.suffix for path in paths.log_folder().iterdir()] == [".log"]


def test_with_a_console_no_box_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with outside.lent_streams("x"):
        print("as always")
    assert capsys.readouterr().out == "as always\n"


# -- the console


def test_an_unforeseen_exception_of_a_command_is_told_and_logged(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_: object) -> int:
        raise KeyError("planted")

    monkeypatch.setattr("liantu.cli.main.check.run", fail)
    assert main.run(["check"]) == FAULT
    files = [*paths.log_folder().iterdir()]
    assert len(files) == 1
    told = capsys.readouterr().err
    assert "程序内部出错" in told
    assert str(files[0]) in told
    assert "KeyError: 'planted'" in files[0].read_text(encoding="utf-8")
    caplog.clear()


def test_a_command_that_works_writes_no_log() -> None:
    assert main.run(["check"]) == 0
    assert not paths.log_folder().exists()
