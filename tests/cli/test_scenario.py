"""``scenario``, and the name of a scenario in everything that any command tells or writes."""

from __future__ import annotations

import argparse
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from liantu.briefing.pictures import NAMES
from liantu.cli import main
from liantu.library import load
from tests.cli.test_commands import Out, call
from tests.helpers.folders import write
from tests.helpers.papers import words_of

NAME = "大胆设想"
KEPT = f"""\
format: 1
scenarios:
  bold:
    name: {NAME}
    note: 会上要用
    utilisation: 0.9
    plants: [{{enterprise: plant, product: bpa, amount: 30, unit: 万吨/年}}]
"""
IN_FOLDER = ("check", "closure")
"""Commands of a folder that tell what the files say, or that are given what to go by."""


@pytest.fixture
def city(tmp_path: Path) -> str:
    return str(write(tmp_path / "city", {"scenarios.yaml": KEPT}))


# -- the command


def test_list_and_show_tell_assumptions_and_what_they_change(capsys: Out, city: str) -> None:
    code, out, _ = call(capsys, "scenario", city, "list")
    words = "假定产能：试验化工有限公司双酚A30万吨/年；产能利用率 90%"
    assert (code, out) == (0, f"bold\t{NAME}\t{words}\t可用\n")
    _, out, _ = call(capsys, "scenario", city, "show", NAME)
    assert out.startswith(f"情景“{NAME}”，口径日期 2022-12\n会上要用\n- 假定产能：")
    assert "“现状”" in out


def test_json_has_values_doubts_and_effects(capsys: Out, city: str) -> None:
    _, out, _ = call(capsys, "scenario", city, "list", "--json")
    (row,) = json.loads(out)["scenarios"]
    assert (row["id"], row["usable"], row["doubts"]) == ("bold", True, [])
    assert row["values"]["utilisation"] == 0.9
    _, out, _ = call(capsys, "scenario", city, "show", "bold", "--json", "--date", "2020-01-01")
    found = json.loads(out)
    assert found["looked_at"] == "2020-01-01"
    assert {"product": "bpa"}.items() <= found["classes"][0].items()


def test_what_changes_nothing_is_said(capsys: Out, tmp_path: Path) -> None:
    idle = "format: 1\nscenarios: {a: {name: 甲, external: [acetone], ambition: [bpa]}}\n"
    folder = str(write(tmp_path, {"scenarios.yaml": idle}))
    _, out, _ = call(capsys, "scenario", folder, "show", "甲", "--json")
    found = json.loads(out)
    assert (found["usable"], len(found["doubts"])) == (False, 2)
    assert "丙酮本来就可以外购" in found["doubts"][0]


def test_copies_renames_notes_and_deletes_in_the_folder(capsys: Out, city: str) -> None:
    for words in (
        ("copy", NAME, "另一种"),
        ("rename", "另一种", "第三种"),
        ("note", "第三种", "说明"),
        ("delete", "bold"),
    ):
        code, out, _ = call(capsys, "scenario", city, *words)
        assert (code, "已写入" in out) == (0, True)
    kept = load(Path(city)).atlas.scenarios
    assert [(s.id, s.name, s.note) for s in kept.values()] == [("s001", "第三种", "说明")]
    assert (Path(city) / "scenarios.yaml").read_text("utf-8") == "format: 1\nscenarios: {}\n"
    _, out, _ = call(capsys, "scenario", city, "delete", "s001", "--json")
    assert json.loads(out) == {"done": "删除情景：第三种", "scenarios": []}
    assert load(Path(city)).issues == ()
    _, out, _ = call(capsys, "scenario", city, "list")
    assert out == "还没有存过情景。\n"


def test_a_file_is_handed_on_and_looked_at(capsys: Out, city: str, tmp_path: Path) -> None:
    file = str(tmp_path / "给同事.yaml")
    assert call(capsys, "scenario", city, "export", "bold", file)[0] == 0
    bare = str(write(tmp_path / "bare"))
    assert NAME in call(capsys, "scenario", bare, "show", file)[1]
    code, _, err = call(capsys, "scenario", bare, "delete", file)
    assert (code, "不能改" in err) == (2, True)
    code, _, err = call(capsys, "scenario", city, "export", "bold", f"{file}/里面.yaml")
    assert (code, "无法写入" in err) == (3, True)


def test_wrong_words_are_told(capsys: Out, city: str) -> None:
    for words, told in (
        ((city,), "请写出要做什么"),
        ((city, "drop"), "请写出要做什么"),
        ((city, "show"), "show 后面"),
        ((city, "rename", "bold"), "rename 后面"),
        ((city, "show", "没有的"), "没有叫“没有的”的情景"),
        (("delete", "bpa-120"), "随程序带的资料不能改"),
    ):
        code, _, err = call(capsys, "scenario", *words)
        assert (code, told in err) == (2, True), words
    code, _, err = call(capsys, "scenario", city, "rename", "bold", "现状")
    assert (code, "请换一个名称" in err) == (1, True)
    assert load(Path(city)).atlas.scenarios["bold"].name == NAME


# -- every command


def commands() -> Mapping[str, argparse.ArgumentParser]:
    (found,) = (a for a in main._parser()._actions if isinstance(a, argparse._SubParsersAction))
    return found.choices


def test_every_command_of_a_folder_takes_a_scenario() -> None:
    for name, parser in commands().items():
        options = {option for action in parser._actions for option in action.option_strings}
        first = [a.dest for a in parser._actions if not a.option_strings][:1]
        if first == ["folder"] and name not in IN_FOLDER:
            assert "--scenario" in options, name


MORE = {
    "layout": ("--chain", "resin"),
    "poster": ("--city",),
    "why": ("bpa",),
    "lists": ("--list", "products"),
}
SAID = ("chains", "layout", "analyse", "survey", "survey status", "work", "why", "poster")
SAID = (*SAID, "balance", "spof", "graph", "lists")


@pytest.mark.parametrize("name", SAID)
def test_what_is_printed_names_the_scenario(capsys: Out, city: str, name: str) -> None:
    told = (name, city, *MORE.get(name, ()))
    for form in ((), ("--json",)):
        code, out, _ = call(capsys, *told, "--scenario", "bold", *form)
        assert (code, NAME in out) == (0, True), form
        code, out, _ = call(capsys, *told, *form)
        assert (code, NAME in out) == (0, False), form


def test_an_unsaved_scenario_is_called_that(capsys: Out, city: str) -> None:
    _, out, _ = call(capsys, "chains", city, "--external", "bpa")
    assert out.startswith("未保存的情景：允许外购 双酚A\n")
    _, out, _ = call(capsys, "analyse", city, "--scenario", "bold", "--external", "bpa", "--json")
    found = json.loads(out)
    assert found["scenario"] == f"{NAME}（有改动）"
    assert "允许外购 双酚A" in found["assumptions"]


# -- every paper


def words(path: Path) -> str:
    if path.suffix in (".docx", ".pptx", ".xlsx"):
        with zipfile.ZipFile(path) as held:
            parts = [held.read(n).decode() for n in held.namelist() if n.endswith(".xml")]
        return "".join(parts)
    return words_of(path.read_bytes()) if path.suffix == ".pdf" else path.read_text("utf-8-sig")


CITY = {"city", "tiles", "heat", "network", "matrix", "counties", "soles"}
RESIN = ("--chain", "resin")
PAPERS = (
    ("draw", "map.svg", RESIN),
    ("draw", "map.pdf", RESIN),
    ("draw", "tree.svg", (*RESIN, "--view", "tree")),
    ("draw", "firm.svg", ("--firm", "plant")),
    *(("draw", f"{n}.svg", ("--picture", n, *(() if n in CITY else RESIN))) for n in NAMES),
    ("brief", "brief.pdf", ()),
    ("brief", "brief.docx", ()),
    ("brief", "brief.pptx", ()),
    ("brief", "visit.docx", (*RESIN, "--visit")),
    ("lists", "lists.xlsx", ()),
    ("survey", "survey.xlsx", ()),
    ("survey", "survey.csv", ()),
    ("graph", "graph.graphml", ()),
    ("graph", "graph.gexf", ()),
    ("graph", "graph.json", ()),
    ("survey sheets", "sheets", ("--due", "2023-01-05")),
)


@pytest.mark.parametrize(("name", "file", "more"), PAPERS, ids=[f[1] for f in PAPERS])
def test_every_paper_names_the_scenario(
    capsys: Out, city: str, tmp_path: Path, name: str, file: str, more: tuple[str, ...]
) -> None:
    for scenario in ("bold", ""):
        out = tmp_path / (scenario or "now") / file
        out.parent.mkdir()
        told = ("--scenario", scenario) if scenario else ()
        assert call(capsys, name, city, *more, "--out", str(out), *told)[0] == 0
        (found,) = out.iterdir() if out.is_dir() else [out]
        assert (NAME in words(found)) is bool(scenario)


def test_a_png_is_painted_from_what_names_it(capsys: Out, city: str, tmp_path: Path) -> None:
    """Pixels cannot be read: the picture under a scenario differs from that of 现状 in its head."""
    pictures = []
    for told in ((), ("--scenario", "bold")):
        out = tmp_path / f"{len(told)}.png"
        assert call(capsys, "draw", city, *RESIN, "--dpi", "50", "--out", str(out), *told)[0] == 0
        pictures.append(out.read_bytes())
    assert pictures[0] != pictures[1]
