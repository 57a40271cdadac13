"""A process of the tests that crashes leaves the trace of what crashed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.helpers import crashes

ROOT = Path(__file__).parents[2]
RUN = """
import faulthandler, sys, threading
from pathlib import Path
from tests.helpers import crashes
crashes.watch(Path(sys.argv[1]))
threading.Thread(target=threading.Event().wait, daemon=True).start()
if sys.argv[2] == "crash":
    faulthandler._sigsegv()
"""


def run(folder: Path, then: str) -> None:
    start = [sys.executable, "-c", RUN, str(folder), then]
    subprocess.run(start, cwd=ROOT, capture_output=True, check=False)


def test_the_trace_of_the_thread_that_crashed_is_told(tmp_path: Path) -> None:
    run(tmp_path / "gw0", "crash")
    run(tmp_path / "gw1", "")
    (found,) = crashes.told(tmp_path)
    assert found[0] == "gw0"
    assert 'File "<string>", line 8 in <module>' in found[1]
    assert "threading.py" not in found[1], "other threads go on meanwhile: no safe reading"
