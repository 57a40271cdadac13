"""Records in files: of this run, without names of persons, never in the way."""

from __future__ import annotations

import logging
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from liantu.logs import privacy, records

_log = logging.getLogger("liantu.test")


@pytest.fixture(autouse=True)
def _as_before(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No file stays open, no handler stays, and what was logged was wanted."""
    root = logging.getLogger("liantu")
    handlers, level = list(root.handlers), root.level
    yield
    records.stop()
    root.handlers[:] = handlers
    root.setLevel(level)
    caplog.get_records("call").clear()


@pytest.fixture
def _person(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Somebody with a name works at a machine with a name."""
    monkeypatch.setenv("HOME", "/srv/accounts/zhangsan")
    monkeypatch.setenv("USERPROFILE", r"D:\people\张三丰")
    monkeypatch.setenv("USERNAME", "张三丰")
    monkeypatch.setattr("platform.node", lambda: "FGW-KESHI-07")
    monkeypatch.setattr("getpass.getuser", lambda: "zhangsan")
    privacy._patterns.cache_clear()
    yield
    privacy._patterns.cache_clear()


def kept(folder: Path) -> Path:
    path = records.keep(folder)
    assert path is not None
    return path


def test_a_record_is_in_the_file_of_the_run_in_utf_8(tmp_path: Path) -> None:
    path = kept(tmp_path / "新建 文件夹" / "logs")
    _log.info("打开 %s", "链")
    _log.debug("too much")
    assert "INFO liantu.test: 打开 链" in path.read_text(encoding="utf-8")
    assert "too much" not in path.read_text(encoding="utf-8")


def test_warnings_of_python_are_there_too(tmp_path: Path) -> None:
    path = kept(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.warn("旧写法", stacklevel=1)
    assert "旧写法" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["home", "user", "other", "host"])
@pytest.mark.usefixtures("_person")
def test_no_name_of_a_person_or_a_machine_is_written(tmp_path: Path, name: str) -> None:
    planted = {
        "home": ["/srv/accounts/zhangsan/链/a.yaml", r"D:\people\张三丰\桌面\a.yaml"],
        "user": ["Zhangsan", "由张三丰打开"],
        "other": [r"C:\Users\lisi\AppData\Local\Temp\x", "/home/lisi/x", r"C:\\Users\\lisi"],
        "host": [r"\\FGW-KESHI-07\share", "fgw-keshi-07"],
    }[name]
    path = kept(tmp_path)
    for words in planted:
        _log.error("cannot read %s", words)
        try:
            raise OSError(words)
        except OSError:
            _log.exception("fault")
    found = path.read_text(encoding="utf-8").lower()
    for hidden in ("zhangsan", "张三丰", "lisi", "fgw-keshi-07"):
        assert hidden not in found
    assert found.count("cannot read") == len(planted)
    assert ("<host>" if name == "host" else "~") in found


@pytest.mark.usefixtures("_person")
def test_the_rest_of_a_path_stays_and_words_are_no_names() -> None:
    assert privacy.redacted("/srv/accounts/zhangsan/链/01.yaml") == "~/链/01.yaml"
    assert privacy.redacted(r"D:\people\张三丰\链\01.yaml") == r"~\链\01.yaml"
    assert privacy.redacted("'D:\\\\people\\\\张三丰\\\\链'") == "'~\\\\链'"
    assert privacy.redacted("zhangsanli") == "zhangsanli"
    assert privacy.redacted("/srv/accounts/zhangsan-old") == "/srv/accounts/~-old"


def test_a_short_or_telling_nothing_name_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/")
    monkeypatch.setenv("USERPROFILE", "")
    monkeypatch.setenv("USERNAME", "ui")
    monkeypatch.setattr("getpass.getuser", lambda: "python")
    monkeypatch.setattr("platform.node", lambda: "")
    privacy._patterns.cache_clear()
    words = "liantu.ui, Python 3.11, a/b"
    assert privacy.redacted(words) == words
    privacy._patterns.cache_clear()


def test_a_file_has_a_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MOST", 2_000)
    path = kept(tmp_path)
    for number in range(100):
        _log.info("%03d %s", number, "x" * 50)
    found = sorted(tmp_path.iterdir())
    assert [p.name for p in found] == [path.name, f"{path.name}.1"]
    assert all(p.stat().st_size <= 2_000 for p in found)
    assert "099 x" in path.read_text(encoding="utf-8")


def test_where_another_program_holds_the_file_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MOST", 2_000)
    monkeypatch.setattr(logging, "raiseExceptions", False)
    path = kept(tmp_path)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "held by a scanner")

    monkeypatch.setattr("os.replace", refuse)
    for number in range(100):
        _log.info("%03d %s", number, "x" * 50)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.split(": ")[1][:3] for line in lines] == [f"{n:03d}" for n in range(100)]


def test_a_record_that_cannot_be_written_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MOST", 200)
    monkeypatch.setattr(logging, "raiseExceptions", False)
    path = kept(tmp_path)
    _log.handle(_log.makeRecord("liantu.test", logging.INFO, "", 0, "%d", ("word",), None))

    def refuse(*_: object) -> None:
        raise OSError(5, "the disk is gone")

    with monkeypatch.context() as gone:
        gone.setattr(records._Rotating, "_open", refuse)
        for _ in range(10):
            _log.info("x" * 50)
    _log.info("back again")
    assert "back again" in path.read_text(encoding="utf-8")


def test_files_of_old_runs_go(tmp_path: Path) -> None:
    for day in range(40):
        (tmp_path / f"liantu-201901{day:02d}-080000-1.log").write_text("", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    path = kept(tmp_path)
    left = sorted(p.name for p in tmp_path.glob("liantu-*"))
    assert len(left) == 2 * records.RUNS
    assert left[-1] == path.name
    assert left[0] == "liantu-20190121-080000-1.log"
    assert (tmp_path / "notes.txt").exists()


def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    assert records.keep(tmp_path / "logs") is None
    _log.error("goes nowhere")


def test_the_console_stays_quiet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records.start()
    kept(tmp_path)
    _log.info("for the file")
    _log.warning("for both")
    assert capsys.readouterr().err == "WARNING liantu.test: for both\n"


def test_without_standard_error_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    records.start()
    path = kept(tmp_path)
    _log.error("seen")
    assert "seen" in path.read_text(encoding="utf-8")


def test_the_newest_faults_are_found(tmp_path: Path) -> None:
    older = tmp_path / "liantu-20190101-080000-1.log"
    older.write_text("2019-01-01 08:00:00,1 ERROR liantu.x: KeyError: 'a'\nTraceback\n", "utf-8")
    path = kept(tmp_path)
    _log.info("no fault")
    _log.error("first")
    _log.critical("second")
    assert path.name > older.name
    found = records.newest_faults(tmp_path, 3)
    assert [line.rsplit(": ", 1)[1] for line in found] == ["second", "first", "'a'"]
    assert len(records.newest_faults(tmp_path, 1)) == 1
    assert records.newest_faults(tmp_path / "none", 3) == []


def test_nothing_is_written_after_the_end(tmp_path: Path) -> None:
    path = kept(tmp_path)
    records.stop()
    _log.error("late")
    assert "late" not in path.read_text(encoding="utf-8")
    kinds = [type(h) for h in logging.getLogger("liantu").handlers]
    assert not any(issubclass(kind, logging.FileHandler) for kind in kinds)
