"""``plan``: closing plans as text, JSON and files; what cannot be is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Out, call
from tests.helpers.folders import CHAIN, write

BUILT = """\
    unit: 万吨/年
    routes:
      r:
        name: 路线
        inputs:
          acetone: {per_unit: 1, unit: t, basis: estimate}
"""


def plans(capsys: Out, *words: str) -> dict[str, object]:
    code, out, err = call(capsys, "plan", *words, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def test_the_cheapest_sets_of_a_target(capsys: Out) -> None:
    found = plans(capsys, "--target", "epoxy", "--k", "2")
    assert (found["target"], found["reach"], found["complete"]) == ("epoxy", "ready", True)
    first = found["plans"][0]
    assert [link["product"] for link in first["links"]] == ["ech", "epoxy"]
    assert first["unknown"] == ["ech", "epoxy"]
    assert first["cost"] == 0
    assert [p["kind"] for p in first["purchases"]] == ["bought"]
    assert first["proof"][0] == {
        "depth": 0,
        "product": "epoxy",
        "how": "built",
        "text": "环氧树脂：新建（双酚A-ECH两步法(液体树脂)）",
    }
    assert first["links"][0]["need"]["scale"] is None


def test_a_target_may_be_told_by_its_name(capsys: Out) -> None:
    assert plans(capsys, "--target", "苯酚")["target"] == "phenol"


def test_a_ladder_within_a_chain(capsys: Out) -> None:
    found = plans(capsys, "--target", "mcu", "--ladder", "--within", "nev")
    assert [len(p["links"]) for p in found["plans"]] == [1, 2]
    assert found["within"] == "nev"
    assert {p["kind"] for p in found["plans"][1]["purchases"]} == {"beyond", "outside"}


def test_gaps_may_be_left_to_be_bought_and_told_to_be(capsys: Out) -> None:
    one = plans(capsys, "--target", "epoxy", "--allow", "1")["plans"][0]
    assert one["imports"] == ["ech"]
    told = plans(capsys, "--target", "epoxy", "--buy", "环氧氯丙烷")["plans"][0]
    assert [p["kind"] for p in told["purchases"]] == ["told"]


def test_costs_of_a_file(capsys: Out, tmp_path: Path) -> None:
    file = tmp_path / "cost.txt"
    for words in ("# 亿元\nech: 3\nepoxy，4.5  # 估\n", '{"ech": 3, "epoxy": 4.5}'):
        file.write_text(words, encoding="utf-8")
        plan = plans(capsys, "--target", "epoxy", "--cost", str(file))["plans"][0]
        assert (plan["cost"], plan["unknown"]) == (7.5, [])


def test_every_missing_key_link_of_a_chain(capsys: Out) -> None:
    found = plans(capsys, "--chain", "pc-nylon")
    targets = [one["target"] for one in found["targets"]]
    assert targets[0] == "phenol"
    assert all(len(one["plans"]) == 1 for one in found["targets"])
    assert all(one["within"] == "pc-nylon" for one in found["targets"])


def test_text_says_it_all(capsys: Out) -> None:
    code, out, _ = call(capsys, "plan", "--target", "phenol")
    assert code == 0
    assert out.startswith("要在本地做出苯酚，最少新建 1 个环节")
    assert "\t苯酚：新建（异丙苯氧化-分解）" in out
    assert "没有别的方案了" in out


def test_no_plan_is_no_error_and_says_why(capsys: Out) -> None:
    found = plans(capsys, "--target", "dhide")
    assert found["plans"] == []
    assert found["block"]["roots"] == [{"product": "dhide", "why": "no_route"}]
    assert found["reasons"][0] == "国产驴皮在资料中没有可用的工艺路线。"
    code, out, _ = call(capsys, "plan", "--target", "dhide")
    assert (code, out.startswith("没有办法在本地做出国产驴皮。")) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--target", "nothing"), "没有叫“nothing”的环节"),
        (("--chain", "nothing"), "没有叫“nothing”的产业链"),
        (("--target", "phenol", "--within", "x"), "没有叫“x”的产业链"),
        (("--target", "phenol", "--demand", "-3"), "苯酚的年产量要大于 0"),
        (("--target", "phenol", "--demand", "inf"), "苯酚的年产量要大于 0"),
        (("--target", "phenol", "--k", "0"), "--k"),
        (("--target", "phenol", "--cost", "none.txt"), "没有造价文件"),
        (("--target", "phenol", "--out", "x.png"), ".pdf"),
        ((), "--target"),
    ],
)
def test_a_wrong_question_is_a_usage_error(capsys: Out, words: tuple[str, ...], told: str) -> None:
    code, out, err = call(capsys, "plan", *words)
    assert (code, out) == (2, "")
    assert told in err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("phenol: -3", "苯酚的造价不能小于 0"),
        ("phenol: nan", "苯酚的造价不能小于 0"),
        ("phenol 3 4", "读不懂"),
        ("phenol: 贵", "读不懂"),
        ("nothing: 3", "没有叫“nothing”的环节"),
        ('{"phenol": "3"}', "读不懂"),
        ("{", "读不懂"),
    ],
)
def test_a_bad_cost_is_told(capsys: Out, tmp_path: Path, line: str, told: str) -> None:
    file = tmp_path / "cost.txt"
    file.write_text(line, encoding="utf-8")
    code, _, err = call(capsys, "plan", "--target", "phenol", "--cost", str(file))
    assert code == 2
    assert told in err


@pytest.mark.parametrize("suffix", ["pdf", "docx", "xlsx"])
def test_papers(capsys: Out, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"plan.{suffix}"
    words = ("--target", "epoxy", "--ladder", "--out", str(out))
    code, _, err = call(capsys, "plan", *words)
    assert (code, err) == (0, f"已导出 {out}\n")
    assert out.stat().st_size > 4000


def test_help_tells_what_json_has(capsys: Out) -> None:
    code, out, _ = call(capsys, "plan", "--help")
    words = "".join(out.split())
    assert code == 0
    for key in plans(capsys, "--target", "phenol")["plans"][0]:
        assert key in words or key in ("local", "still", "notes")


def test_a_cost_of_the_data_counts(capsys: Out, tmp_path: Path) -> None:
    head = "    name: 苯酚\n    unit: 万吨/年\n"
    chain = CHAIN.replace(head, f"    name: 苯酚\n    cost: {{amount: 8}}\n{BUILT}")
    assert chain != CHAIN
    folder = str(write(tmp_path, {"01-resin.yaml": chain}))
    plan = plans(capsys, folder, "--target", "phenol")["plans"][0]
    assert (plan["cost"], plan["unknown"]) == (8, [])
