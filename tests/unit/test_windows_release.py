"""The zip and the installer for Windows, as far as they can be looked at without Windows."""

from __future__ import annotations

import re
import struct
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from liantu import __version__

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
PLACE = PACKAGING / "windows"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as PyInstaller makes it, in little."""
    folder = tmp_path / "dist" / "liantu"
    (folder / "_internal" / "liantu" / "chains").mkdir(parents=True)
    (folder / "liantu.exe").write_bytes(b"MZ" * 2000)
    (folder / "_internal" / "python311.dll").write_bytes(b"MZ")
    (folder / "_internal" / "liantu" / "chains" / "01-al.yaml").write_bytes(b"a: b\n")
    return folder


def module(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """One of the scripts, which import each other as they lie."""
    monkeypatch.syspath_prepend(str(PLACE))
    monkeypatch.syspath_prepend(str(PACKAGING))
    return __import__(name)


def test_the_zip_keeps_everything_in_one_folder_with_names_for_old_tools(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = module("portable", monkeypatch).pack(built, tmp_path / "out", "1.2.3")
    assert made.name == "liantu-1.2.3-portable.zip"
    with zipfile.ZipFile(made) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
    inside = {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()}
    assert names == {f"Liantu-1.2.3/{name}" for name in (*inside, "userdata/", "使用说明.txt")}


def test_the_same_folder_makes_the_same_zip(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    portable = module("portable", monkeypatch)
    first = portable.pack(built, tmp_path / "1", "1.2.3").read_bytes()
    (built / "liantu.exe").touch()
    assert portable.pack(built, tmp_path / "2", "1.2.3").read_bytes() == first


def test_a_name_that_old_tools_would_spoil_is_refused(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built / "图.txt").write_bytes(b"")
    with pytest.raises(ValueError, match="图"):
        module("portable", monkeypatch).pack(built, tmp_path, "1.2.3")


def test_the_guide_opens_in_an_old_editor_and_names_the_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    guide = module("portable", monkeypatch).guide("1.2.3")
    assert guide.startswith(b"\xef\xbb\xbf")
    assert guide.count(b"\n") == guide.count(b"\r\n") > 20
    told = guide.decode("utf-8-sig")
    assert "certutil -hashfile liantu-1.2.3-portable.zip SHA256" in told
    assert "Liantu-1.2.3\\liantu.exe" in told
    assert not re.search(r"[{}]", told)


def test_the_uninstaller_takes_out_what_the_installer_brings_and_nothing_else(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module("files", monkeypatch).main(built, tmp_path / "lists", "1.2.3rc1")
    install, uninstall, about = (
        (tmp_path / "lists" / f"{name}.nsh").read_text(encoding="utf-8")
        for name in ("install", "uninstall", "about")
    )
    brought = re.findall(r'File "(.+)"', install)
    assert sorted(brought) == sorted(str(p) for p in built.rglob("*") if p.is_file())
    assert uninstall.splitlines() == [
        r'Delete "$INSTDIR\_internal\liantu\chains\01-al.yaml"',
        r'Delete "$INSTDIR\_internal\python311.dll"',
        r'Delete "$INSTDIR\liantu.exe"',
        r'RMDir "$INSTDIR\_internal\liantu\chains"',
        r'RMDir "$INSTDIR\_internal\liantu"',
        r'RMDir "$INSTDIR\_internal"',
    ]
    assert about.splitlines() == [
        "!define VERSION 1.2.3rc1",
        "!define VERSION4 1.2.3.0",
        "!define SIZE 3",
    ]


def test_the_script_of_windows_runs_what_is_there() -> None:
    """It cannot be run here: at least every file that it names exists."""
    words = (PACKAGING / "build_windows.ps1").read_text(encoding="utf-8")
    named = set(re.findall(r'\$(tools|packaging) "([\w.]+\.\w+)"', words))
    places = {"tools": PLACE, "packaging": PACKAGING}
    assert named
    assert [name for place, name in named if not (places[place] / name).is_file()] == []
    assert words.isascii(), "PowerShell 5.1 reads other characters in the code page of the machine"
    assert [words.count(c) for c in "({["] == [words.count(c) for c in ")}]"]


def test_links_and_windows_of_the_program_are_one_on_the_task_bar() -> None:
    """Read, not imported: the module of the window needs Qt."""
    source = ROOT / "src" / "liantu" / "ui" / "habits" / "identity.py"
    (running,) = re.findall(r'^TASK_BAR = "(.+)"$', source.read_text("utf-8"), re.MULTILINE)
    script = (PLACE / "installer.nsi").read_text(encoding="utf-8")
    assert re.findall(r'^!define APP_ID "(.+)"$', script, re.MULTILINE) == [running]


def test_what_the_installer_writes_the_uninstaller_takes_away() -> None:
    script = (PLACE / "installer.nsi").read_text(encoding="utf-8")
    written = set(re.findall(r'WriteReg(?:Str|DWORD) HKCU "(.+?)"', script))
    away = set(re.findall(r'DeleteRegKey(?: /ifempty)? HKCU "(.+?)"', script))
    assert written
    assert [key for key in written if not any(key.startswith(one) for one in away)] == []


def test_the_scripts_know_the_version() -> None:
    line = 's/^__version__ = "\\(.*\\)"$/\\1/p'
    assert line in (PLACE / "make.sh").read_text(encoding="utf-8")
    source = Path(sys.modules["liantu"].__file__ or "").read_text(encoding="utf-8")
    assert re.findall(r'^__version__ = "(.*)"$', source, re.MULTILINE) == [__version__]


def image(*needed: str) -> bytes:
    """A 64-bit file that needs these DLLs, with nothing else in it."""
    names = b"".join(name.encode() + b"\0" for name in needed)
    table, offset = 0x400, 0x400 + 20 * (len(needed) + 1)
    entries, at = b"", offset
    for name in needed:
        entries += struct.pack("<5I", 0, 0, 0, at, 0)
        at += len(name) + 1
    head = bytearray(table)
    struct.pack_into("<I", head, 0x3C, 0x80)
    struct.pack_into("<H12xH", head, 0x86, 1, 240)
    struct.pack_into("<I", head, 0x98 + 120, table)
    struct.pack_into("<IIII", head, 0x98 + 240 + 8, 0x1000, table, 0x1000, table)
    return bytes(head) + entries + bytes(20) + names


def test_a_dll_that_only_some_machines_have_is_missed(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """numpy needs the second part of the runtime of Visual C++, which a plain Windows lacks."""
    lacking = module("imports", monkeypatch).lacking
    (built / "liantu.exe").write_bytes(image("KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"))
    inside = built / "_internal"
    (inside / "python311.dll").write_bytes(image("VERSION.dll"))
    for place in ("numpy", "PySide6/plugins", "shiboken6"):
        (inside / place).mkdir(parents=True)
    (inside / "numpy" / "a.pyd").write_bytes(image("python311.dll", "VCRUNTIME140_1.dll"))
    (inside / "PySide6" / "plugins" / "q.dll").write_bytes(image("vcruntime140_1.dll", "ICUUC.dll"))
    (inside / "shiboken6" / "vcruntime140_1.dll").write_bytes(image())
    assert {line.replace("\\", "/") for line in lacking(built)} == {
        "_internal/PySide6/plugins/q.dll needs icuuc.dll",
        "_internal/numpy/a.pyd needs vcruntime140_1.dll",
    }
    (inside / "vcruntime140_1.dll").write_bytes(image("KERNEL32.dll"))
    assert [line.rpartition(" ")[2] for line in lacking(built)] == ["icuuc.dll"]
