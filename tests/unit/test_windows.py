"""What Windows does otherwise: names, open files, code pages, folders without the right to write.

Nothing here is skipped elsewhere but what only Windows can show.
"""

from __future__ import annotations

import locale
import os
import sys
import threading
from pathlib import Path

import pytest

from liantu import files
from liantu.library import load
from liantu.render.errors import ExportError
from liantu.render.export import replace_file
from liantu.telling.filenames import safe
from liantu.wording import reason, text
from tests.helpers import folders

WINDOWS = pytest.mark.skipif(sys.platform != "win32", reason="only Windows does so")
NAMES = ("链 图 & 资料（聊城）", "%TEMP%", "a^b;c'd,e", "№1 — “引号” é")
"""Of folders that planners have."""


def failed(number: int, *names: str) -> OSError:
    """An error as Windows raises it; ``winerror`` is set by hand where there is none."""
    old = names[1] if len(names) > 1 else None
    error = PermissionError(13, "Access is denied", names[0] if names else None, number, old)
    if sys.platform != "win32":
        error.winerror = number  # type: ignore[attr-defined]
    return error


def test_a_folder_that_may_not_be_written_to_says_so_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's tempfile takes it for a name that is taken, and tries others for hours."""
    tried: list[object] = []

    def refuse(path: object, *_args: object, **_more: object) -> int:
        tried.append(path)
        assert len(tried) < 9, "it goes on trying"
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError):
        files.put(tmp_path / "a.txt", b"one")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


@WINDOWS
def test_a_file_open_elsewhere_is_replaced_once_it_is_closed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    holder = path.open("rb")
    closing = threading.Timer(0.1, holder.close)
    closing.start()
    files.put(path, b"new")
    closing.join()
    assert path.read_bytes() == b"new"


@WINDOWS
def test_a_file_that_stays_open_elsewhere_is_said_to_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "WAITS", (0.0,))
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with path.open("rb"), pytest.raises(ExportError) as caught:
        replace_file(path, b"new")
    assert caught.value.code == "render.busy"
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_what_is_denied_is_held_only_where_a_file_of_ones_own_is_replaced(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    assert not files.is_busy(failed(5, str(new)))
    assert files.is_busy(failed(5, str(new), str(old))), "the new one is held"
    old.write_bytes(b"")
    assert files.is_busy(failed(5, str(new), str(old)))
    assert files.is_busy(failed(32, str(new)))
    (tmp_path / "folder").mkdir()
    assert not files.is_busy(failed(5, str(new), str(tmp_path / "folder")))


@WINDOWS
def test_a_read_only_file_is_no_file_that_is_held(tmp_path: Path) -> None:
    """Wine replaces it all the same, so that only the judgement is seen there."""
    old = tmp_path / "old"
    old.write_bytes(b"")
    old.chmod(0o444)
    assert not files.is_busy(failed(5, str(tmp_path / "new"), str(old)))
    old.chmod(0o666)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (failed(32, "a"), "ebusy"),
        (failed(33, "a"), "ebusy"),
        (failed(123, "a?b"), "ename"),
        (failed(206, "a"), "enametoolong"),
        (failed(3, "a" * 260), "enametoolong"),
        (failed(5, "a"), "eacces"),
    ],
)
def test_the_reason_is_the_one_that_windows_means(error: OSError, code: str) -> None:
    assert reason(error) == text(f"system.{code}")


@pytest.mark.parametrize("name", ["con", "AUX.txt", "com1.pdf", "a:b", "a?b", "末尾. ", "..", ""])
def test_a_proposed_name_makes_a_file_of_this_name(tmp_path: Path, name: str) -> None:
    made = f"{safe(name)}.txt"
    files.put(tmp_path / made, b"x")
    assert [p.name for p in tmp_path.iterdir()] == [made]


@WINDOWS
@pytest.mark.parametrize("name", ["a:b.txt", "a?b.txt", "a|b.txt"])
def test_a_name_that_windows_refuses_leaves_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(OSError):
        files.put(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", NAMES)
def test_folders_of_planners_are_read_and_written(tmp_path: Path, name: str) -> None:
    folder = folders.write(tmp_path / name)
    assert load(folder).issues == ()
    files.put(folder / f"{name}.txt", b"x")
    assert (folder / f"{name}.txt").read_bytes() == b"x"


@WINDOWS
def test_names_differ_by_more_than_their_case(tmp_path: Path) -> None:
    (tmp_path / "a_2.DOCX").write_bytes(b"x")
    assert files.beside(tmp_path / "a.docx").name == "a_3.docx"


@WINDOWS
def test_nothing_is_read_or_written_in_the_code_page_of_the_machine() -> None:
    """The other tests show it only where the code page is not UTF-8, as in the check on Windows."""
    assert locale.getpreferredencoding(False) == "cp936"
    assert not sys.flags.utf8_mode
