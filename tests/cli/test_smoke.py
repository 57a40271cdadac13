"""``liantu --smoke DIR``: the window walks through itself, and no fault of it stays untold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from liantu import entry
from liantu.ui.bars.topbar import PAGES
from liantu.ui.remembered.settings import THEMES
from liantu.ui.smoke.faults import Faults
from liantu.ui.smoke.made import clear, listed
from liantu.ui.verbs.registry import VERBS
from tests.helpers import folders

LIMIT_S = 240
GREYED = {
    "map/resin/section",
    "verb/date_after",
    "verb/problems",
    "picture/sole.svg",
    "picture/soles.svg",
    "picture/network.svg",
    *(f"verb/{name}" for name in ("edit_source", "edit_note", "edit_lead", "log_request")),
    *(f"verb/{name}" for name in ("scenario_save", "scenario_revert", "suppose_on", "suppose_off")),
    "scenario/bar",
    *(f"verb/compare_{name}" for name in ("copy", "export")),
    *(f"verb/plan_{name}" for name in ("copy", "export")),
    *(f"verb/pool_{name}" for name in ("export", "finding", "gantt", "inspection", "map")),
    *(f"verb/pool_{name}" for name in ("meeting",)),
    "sides/chain",
    *(f"verb/sides_{name}" for name in ("copy", "export", "swap")),
    *(f"verb/portfolio_{name}" for name in ("adopt", "asks", "export", "solve")),
}
"""What the small folder has nothing for; what has to be selected, or seen on its own tab, first."""
MADE = {
    *(".png", ".svg", ".pdf"),
    *(".docx", ".pptx", ".xlsx"),
    *(".graphml", ".gexf", ".json", ".liantu"),
}


LIES = """
import logging, threading
from PySide6.QtCore import qWarning
from liantu.ui.dialogs.about import AboutDialog
from liantu.ui.pages.charts.page import ChartsPage

def show(self, reading, focus):
    raise LookupError("planted")

def fail():
    raise LookupError("planted in a thread")

def about(self):
    qWarning("planted in Qt")
    logging.getLogger("liantu.planted").warning("planted in a log")
    threading.Thread(target=fail).start()
    self.parent().desk.banner.tell("planted in the banner", kind="bad")

ChartsPage.show = show
AboutDialog.show = about
"""


VERBS_ONLY = """
from liantu.ui.smoke.steps import tour, verbs
tour.plan = verbs.steps
"""
"""Where pictures, papers and looks have nothing to do with what is told."""
MAKER = """
  maker:
    name: 试验丙酮有限公司
    county: 西县
    capacities:
      - {product: acetone, amount: 18, unit: 万吨/年, status: operating, since: 2020-01}
    source: [daily]
"""
TWO_FIRMS: dict[str, str | bytes] = {"enterprises.yaml": folders.ENTERPRISES + MAKER}
"""The plant of the small folder, and somebody on whom it depends."""
CALM = """
from liantu.ui.canvas import motion, zooming
from liantu.ui.pages.map import side
zooming.REST_MS, motion.LASTS_MS, side.SLIDE_MS = 0, 1, 1
"""
"""No step waits for the map to rest."""


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
    done = subprocess.run(
        [sys.executable, "-c", code, "--smoke", str(out), str(folder)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=LIMIT_S,
    )
    report = json.loads((out / "smoke.json").read_text(encoding="utf-8"))
    log = (out / "smoke.log").read_text(encoding="utf-8-sig").splitlines()
    return Ran(done.returncode, done.stdout, done.stderr, report, log)


def test_a_good_run_says_ready_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "自检 1"
    ran = smoke(out, folders.write(tmp_path / "资料", TWO_FIRMS), CALM)
    assert ran.report["faults"] == []
    assert (ran.code, ran.out, ran.err) == (0, "ready\n", "")
    assert ran.report["good"]
    assert ran.log[-1].startswith("通过")
    assert 0 < ran.report["shown_ms"] < ran.report["ready_ms"] < ran.report["whole_ms"]
    steps = ran.steps
    verbs = {verb.id for verb in VERBS} - {f"theme_{theme}" for theme in THEMES} - {"quit", "show"}
    assert {key for key in steps if key.startswith("verb/")} == {f"verb/{v}" for v in verbs}
    pages = {f"page/{page}" for page in PAGES}
    assert pages | {"map/resin", "poster/resin", "lists/resin", "report/resin"} <= set(steps)
    greyed = {key for key, outcome in steps.items() if outcome == "skipped"}
    assert greyed == GREYED
    made = {file["name"]: file["bytes"] for file in ran.report["files"]}
    assert {Path(name).suffix for name in made} == MADE
    assert min(made.values()) > 100
    assert all((out / name).stat().st_size == size for name, size in made.items())


def test_nothing_that_goes_wrong_stays_untold(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    ran = smoke(tmp_path / "out", tmp_path / "empty", VERBS_ONLY + LIES)
    assert ran.code == 1
    assert ran.report["finished"]
    assert not ran.report["good"]
    assert ran.out == "ready\n"
    assert ran.log[-1].startswith("未通过")
    assert "LookupError: planted" in ran.log[-1]
    faults = {(fault["step"], fault["where"]): fault for fault in ran.report["faults"]}
    assert "in show" in faults["ready", "exception"]["details"]
    assert "planted in Qt" in faults["verb/about", "qt"]["words"]
    assert "planted in a log" in faults["verb/about", "log"]["words"]
    assert "planted in a thread" in faults["verb/about", "thread"]["words"]
    assert "planted in the banner" in faults["verb/about", "banner"]["words"]
    assert ran.steps["verb/about"] == "bad"
    assert ran.steps["verb/problems"] == "good"


def test_a_window_that_does_not_come_to_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    lie = (
        "from liantu.ui.desk import Desk\n"
        "def start(self): raise LookupError('planted')\n"
        "Desk.start = start\n"
        "from liantu.ui.smoke.steps import tour\n"
        "tour.plan = lambda stage: []"
    )
    ran = smoke(tmp_path / "out", tmp_path / "empty", lie)
    assert ran.code == 1
    assert ran.out == ""
    assert "LookupError: planted" in ran.log[-1]


def test_a_window_that_stands_still_is_ended_and_tells_where(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    lie = (
        "import time\n"
        "from liantu.ui.smoke import watchdog\n"
        "from liantu.ui.dialogs.about import AboutDialog\n"
        "def show(self):\n"
        "    watchdog.LIMIT_S = 1.0\n"
        "    time.sleep(60)\n"
        "AboutDialog.show = show"
    )
    ran = smoke(tmp_path / "out", tmp_path / "empty", VERBS_ONLY + lie)
    assert ran.code == 3
    assert not ran.report["finished"]
    assert not ran.report["good"]
    assert any(line.endswith(" in show_about") for line in ran.log)
    assert ran.log[-1].startswith("未通过")


def test_a_broken_folder_makes_no_exception(tmp_path: Path) -> None:
    broken = {"01-resin.yaml": "format: 1\nchain: [", "sources.yaml": b"\xff\xfe\x00"}
    ran = smoke(tmp_path / "out", folders.write(tmp_path / "data", broken))
    assert ran.report["faults"] == []
    assert ran.code == 0
    assert ran.steps["verb/problems"] == "good"
    assert ran.steps["verb/picture"] == "skipped"


def test_a_second_run_in_the_same_folder_replaces_the_first_and_nothing_else(
    tmp_path: Path,
) -> None:
    for name in ("settings", "files", "mine"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "old.txt").write_text("old", encoding="utf-8")
    (tmp_path / "smoke.json").write_text("{}", encoding="utf-8")
    clear(tmp_path)
    assert [path.name for path in sorted(tmp_path.rglob("*.txt"))] == ["old.txt"]
    assert (tmp_path / "mine" / "old.txt").exists()


def test_what_no_earlier_run_made_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        clear(tmp_path)
    assert (tmp_path / "files" / "mine.txt").exists()


@pytest.mark.parametrize(
    ("name", "data", "sound"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n...", True),
        ("a.png", b"", False),
        ("a.pdf", b"<html>", False),
        ("a.docx", b"PK\x03\x04...", True),
        ("a.exe", b"MZ", False),
    ],
)
def test_a_file_is_what_its_name_says(tmp_path: Path, name: str, data: bytes, sound: bool) -> None:
    (tmp_path / name).write_bytes(data)
    faults = Faults()
    assert listed(tmp_path, tmp_path, faults) == [{"name": name, "bytes": len(data)}]
    assert [fault.words for fault in faults.found] == ([] if sound else [name])


def test_the_option_is_not_told() -> None:
    assert "smoke" not in entry._parser().format_help()
