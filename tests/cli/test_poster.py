"""The page of a chain on the command line, as text and as data."""

from __future__ import annotations

import json

from tests.cli.test_commands import Out, call

DAY = ("--date", "2022-12-31")


def test_the_page_is_printed_part_by_part(capsys: Out) -> None:
    code, out, _ = call(capsys, "poster", "--chain", "al", *DAY)
    assert code == 0
    assert out.startswith("铝产业链图谱\n")
    parts = [line for line in out.splitlines() if line.startswith("【")]
    titles = ["产品线", "总体判断", "先办三件事", "守住", "供需", "在建与规划", "企业在哪里"]
    assert [part[1:].partition("】")[0] for part in parts] == [*titles, "先核实", "关键环节"]
    assert "[断?] 铝板带　在建 中源新材料　年需≥7700吨，未见产出" in out


def test_the_same_is_data(capsys: Out) -> None:
    code, out, _ = call(capsys, "poster", "--chain", "al", *DAY, "--json")
    assert code == 0
    found = json.loads(out)
    assert found["date"] == "2022-12-31"
    (page,) = found["posters"]
    assert [job["product"] for job in page["jobs"]] == ["alsheet", "alrod", "anode"]
    assert page["jobs"][2]["board"] == "fill"
    assert page["network"]["joints"][0] == {
        "live": False,
        "mark": page["network"]["joints"][0]["mark"],
        "source": "bauxite",
        "target": "aloh",
        "words": "",
    }


def test_without_a_chain_all_are_printed_and_a_wrong_one_is_told(capsys: Out) -> None:
    code, out, _ = call(capsys, "poster", *DAY)
    assert code == 0
    assert out.count("【总体判断】") == 20
    code, _, error = call(capsys, "poster", "--chain", "alu", *DAY)
    assert code == 2
    assert "alu" in error
