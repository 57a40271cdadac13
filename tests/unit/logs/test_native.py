"""A run that dies below Python leaves a trace, and the next start finds it, once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

RUN = """
import faulthandler, sys
from pathlib import Path
from liantu.logs import native
found = native.watch(Path(sys.argv[1]))
print(found.name if found else "", flush=True)
if sys.argv[2] == "crash":
    faulthandler._sigsegv()
elif sys.argv[2] == "killed":
    import os
    os._exit(1)
"""


def start(folder: Path, then: str = "") -> tuple[int, str]:
    """What a run finds, and how it ends."""
    told = subprocess.run(
        [sys.executable, "-c", RUN, str(folder), then], capture_output=True, text=True, check=False
    )
    return told.returncode, told.stdout.strip()


def test_a_crash_is_found_by_the_next_start_alone(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    code, found = start(folder, "crash")
    assert (code != 0, found) == (True, "")
    code, found = start(folder)
    assert code == 0
    assert found.startswith("crash-")
    trace = (folder / found).read_text(encoding="utf-8")
    assert "most recent call first" in trace
    assert start(folder) == (0, "")
    assert [p.name for p in folder.iterdir()] == [found], "what ended in order leaves nothing"


def test_the_trace_names_nobody(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    trace = 'File "C:\\Users\\lisi\\liantu\\x.py", line 1 in run'
    (folder / "running-20190101-080000-1.txt").write_text(trace, encoding="utf-8")
    _, found = start(folder)
    words = (folder / found).read_text(encoding="utf-8")
    assert words == 'File "~\\liantu\\x.py", line 1 in run'


def test_a_run_that_was_killed_is_no_crash(tmp_path: Path) -> None:
    assert start(tmp_path, "killed") == (1, "")
    assert start(tmp_path) == (0, "")


def test_only_some_are_kept(tmp_path: Path) -> None:
    for day in range(1, 30):
        (tmp_path / f"crash-201901{day:02d}-080000-1.txt").write_text("x", encoding="utf-8")
        (tmp_path / f"running-201901{day:02d}-080000-1.txt").write_text("", encoding="utf-8")
    assert start(tmp_path) == (0, "")
    assert len([*tmp_path.glob("crash-*")]) == 10
    assert len([*tmp_path.glob("running-*")]) == 10


@pytest.mark.parametrize("then", ["", "crash"])
def test_a_folder_that_cannot_be_made_stops_nothing(tmp_path: Path, then: str) -> None:
    (tmp_path / "logs").write_text("a file", encoding="utf-8")
    code, found = start(tmp_path / "logs", then)
    assert (code == 0, found) == (not then, "")
