"""``liantu --smoke DIR``: the window walks through itself, and no fault of it stays untold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from liantu import entry
from tests.helpers import folders

LIMIT_S = 240


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str
    report: dict[str, Any]
    log: list[str]

    @property
    def steps(self) -> dict[str, str]:
        return {step["id"]: step["outcome"] for step in self.report["steps"]}


def smoke(out: Path, folder: Path, lie: str = "pass") -> Ran:
    """Run it in a program of its own, in which ``lie`` (Python) is told first."""
    code = f"import sys\n{lie}\nfrom liantu.entry import run\nsys.exit(run(sys.argv[1:]))"
    words = [sys.executable, "-c", code, "--smoke", str(out), str(folder)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        words, check=False, capture_output=True, encoding="utf-8", env=environment, timeout=LIMIT_S
    )
    report = json.loads((out / "smoke.json").read_text(encoding="utf-8"))
    log = (out / "smoke.log").read_text(encoding="utf-8-sig").splitlines()
    return Ran(done.returncode, done.stdout, done.stderr, report, log)


def test_a_good_run_says_ready_and_nothing_else(tmp_path: Path) -> None:
    ran = smoke(tmp_path / "自检 1", folders.write(tmp_path / "资料"))
    assert ran.report["faults"] == []
    assert (ran.code, ran.out, ran.err) == (0, "ready\n", "")
    assert ran.report["good"]
    assert ran.log[-1].startswith("通过")
    pages = {f"page/{page}" for page in ("home", "map", "poster", "lists", "charts", "report")}
    assert pages | {"ready", "map/resin", "poster/resin", "quit"} <= set(ran.steps)


def test_an_exception_of_a_page_fails_the_run_and_is_told(tmp_path: Path) -> None:
    lie = (
        "from liantu.ui.pages.charts.page import ChartsPage\n"
        "def show(self, reading, focus): raise LookupError('planted')\n"
        "ChartsPage.show = show"
    )
    ran = smoke(tmp_path / "out", folders.write(tmp_path / "data"), lie)
    assert ran.code == 1
    assert not ran.report["good"]
    assert ran.out == "ready\n"
    assert ran.log[-1].startswith("未通过")
    assert "LookupError: planted" in ran.log[-1]
    assert "in show" in ran.report["faults"][0]["details"]


def test_the_option_is_not_told(tmp_path: Path) -> None:
    assert "smoke" not in entry._parser().format_help()
