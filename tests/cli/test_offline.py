"""No command and no part of the window opens a socket, another program or a browser."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from liantu.cli.main import _parser, run
from tests.helpers import offline
from tests.helpers.folders import write

COMMANDS = {
    "check": "check DIR --json",
    "chains": "chains DIR --json",
    "layout": "layout DIR --chain resin --json",
    "draw": "draw DIR --chain resin --out OUT/map.pdf",
    "analyse": "analyse DIR --json",
    "survey": "survey DIR --out OUT/survey.xlsx",
    "survey sheets": "survey sheets DIR --out OUT/sheets --record",
    "survey status": "survey status DIR",
    "survey take": "survey take DIR OUT/sheets/试验市_摸底任务单_东县_20221231.xlsx",
    "survey declare": "survey declare DIR --county 东县 --until 2030-01-01",
    "work": "work DIR --json",
    "projects": "projects DIR --effects --out OUT/projects.xlsx",
    "why": "why DIR bpa",
    "poster": "poster DIR --city",
    "portfolio": "portfolio --budget capital=10 --out OUT/portfolio.xlsx",
    "balance": "balance DIR --json",
    "spof": "spof DIR",
    "drill": "drill DIR --stop plant --days --json",
    "closure": "closure DIR --have phenol,acetone --prove bpa",
    "plan": "plan DIR --target bpa --out OUT/plan.pdf",
    "graph": "graph DIR --out OUT/graph.graphml",
    "brief": "brief DIR --chain resin --out OUT/brief.pdf",
    "lists": "lists DIR --out OUT/lists.xlsx",
    "import": "import OUT/firms.xlsx --folder DIR --as enterprises",
    "template": "template enterprises --out OUT/empty.xlsx",
    "new": "new --region 新市 --counties 甲县 --chains 茶叶 --out OUT/new",
    "snapshot": "snapshot take DIR --name 一",
    "beside": "beside DIR --counties 东县 西县 --out OUT/sides.pdf",
    "compare": "compare DIR DIR --out OUT/changes.xlsx",
    "story": "story export bpa --out OUT/story.pptx",
    "scenario": "scenario DIR list",
    "merge": "merge DIR --into DIR",
    "manual": "manual --out OUT/manual.pdf",
    "doctor": "doctor --json",
}
FIRST = {
    "survey take": "survey sheets DIR --out OUT/sheets",
    "import": "template enterprises --full --folder DIR --out OUT/firms.xlsx",
}
"""Commands that make what others take in."""
PAPERS = ("brief.docx", "brief.pptx", "visit.pdf")
PICTURES = {
    "chart.svg": "--picture balance --chain resin",
    "board.pdf": "--picture board --chain resin",
    "city.png": "--picture city",
    "counties.png": "--picture counties",
    "firm.pdf": "--firm plant",
}


def test_a_call_of_every_command_is_tried() -> None:
    (parsers,) = (
        action for action in _parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    assert list(parsers.choices) == list(COMMANDS)


def _calls() -> dict[str, str]:
    calls = dict(COMMANDS)
    for name in PAPERS:
        visit = " --visit" if name.startswith("visit") else ""
        calls[name] = f"brief DIR --chain resin --out OUT/{name}{visit}"
    for name, words in PICTURES.items():
        calls[name] = f"draw DIR --out OUT/{name} {words}"
    return calls


@pytest.mark.parametrize("name", _calls())
def test_a_command_stays_on_this_machine(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write(tmp_path / "资料")
    places = {"DIR": str(folder), "OUT": str(tmp_path)}

    def words_of(call: str) -> list[str]:
        return [places.get(word, word).replace("OUT/", f"{tmp_path}/") for word in call.split()]

    if name in FIRST:
        run(words_of(FIRST[name]))
    words = words_of(_calls()[name])
    before = offline.open_sockets()
    with offline.refused(programs=True) as tried:
        code = run(words)
    assert (code, tried) == (0, []), capsys.readouterr().err
    assert offline.open_sockets() == before


LOADED = "import sys, {modules}; print(*sorted(sys.modules))"
WAYS_OUT = {
    *("socket", "ssl", "_ssl", "http.client", "urllib.request", "asyncio", "webbrowser"),
    *("ftplib", "smtplib", "xmlrpc.client", "multiprocessing.connection"),
}
PARTS_OF_QT = {"QtCore", "QtGui", "QtPrintSupport", "QtSvg", "QtWidgets"}


def loaded(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    "modules", ["liantu.entry, liantu.ui.app, liantu.ui.desk", "liantu.cli.main"]
)
def test_window_and_commands_start_without_what_could_connect(modules: str) -> None:
    names = loaded(LOADED.format(modules=modules))
    assert "liantu.briefing.papers" in names
    assert WAYS_OUT.isdisjoint(names)


EVERYTHING = """
import importlib, pkgutil, sys
import liantu
for module in pkgutil.walk_packages(liantu.__path__, "liantu."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
import docx, lxml.etree, matplotlib.figure, matplotlib.backends.backend_agg, networkx, numpy
import PIL.Image, pptx, pypinyin, typst, xlsxwriter, yaml
print(*sorted(sys.modules))
"""
CARRIED = {
    "socket": "email.utils and http.client",
    "urllib.request": "xml.sax.saxutils of python-pptx, of which it uses escape()",
    "http.client": "urllib.request",
    "ssl": "http.client",
    "_ssl": "ssl",
}
"""What libraries load, and who does it for what; nothing calls it, as the guard of all tests says.
"""


def test_of_all_libraries_the_program_uses_none_loads_more_than_is_known() -> None:
    names = loaded(EVERYTHING)
    assert WAYS_OUT.intersection(names) <= CARRIED.keys()
    parts = {name.split(".")[1] for name in names if name.startswith("PySide6.Qt")}
    assert parts == PARTS_OF_QT
