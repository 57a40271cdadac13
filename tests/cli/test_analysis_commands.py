"""The diagnosis on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Out, call
from tests.helpers.folders import CHAIN, LIBRARY, write

CLASSES = {"断链", "短链·向上", "短链·向下", "无链", "细链", "弱链", "稳", "未布局"}


def test_why_tells_the_balance(capsys: Out) -> None:
    code, out, _ = call(capsys, "why", "bpa", "--date", "2022-10-26")
    assert code == 0
    assert "供给 20，需求 18.1，余缺 +1.9 万吨/年，保障率 110%" in out
    assert "工程估算" in out
    assert "\n来源\n1  " in out


def test_why_the_day_before(capsys: Out) -> None:
    out = call(capsys, "why", "bpa", "--date", "2022-10-25")[1]
    assert out.startswith("为什么：双酚A · 疑似短链·向上\n延链·上游延伸")


def test_analyse_json(capsys: Out) -> None:
    code, out, _ = call(capsys, "analyse", "--chain", "pc-nylon", "--date", "2022-10-26", "--json")
    found = {p["id"]: p for p in json.loads(out)["products"]}
    assert code == 0
    assert {c for p in found.values() for c in p["classes"]} <= CLASSES
    bpa = found["bpa"]
    assert (bpa["state"], bpa["supply"]["known"], bpa["need"]["known"]) == ("local", 20, 18.1)
    assert bpa["cover"] == pytest.approx(1.105, abs=1e-3)
    assert found["phenol"]["classes"] == ["短链·向上"]
    assert found["phenol"]["score"]["total"] > 0
    assert found["bpa"]["facts"][0]["source"] == ["lcrb2022"]


def test_switches_reach_the_diagnosis(capsys: Out) -> None:
    words = ("analyse", "--chain", "pc-nylon", "--date", "2022-10-26", "--json")
    out = call(capsys, *words, "--external", "phenol")[1]
    found = json.loads(out)
    assert found["switches"]["external"] == ["phenol"]
    assert next(p for p in found["products"] if p["id"] == "phenol")["classes"] == []
    thin = call(capsys, *words, "--thin", "1.2")[1]
    bpa = next(p for p in json.loads(thin)["products"] if p["id"] == "bpa")
    assert "细链" in bpa["classes"]


def test_the_folder_says_where_to_start(capsys: Out, tmp_path: Path) -> None:
    asked = LIBRARY.replace(
        "  stale_before", "  thin: 1.3\n  weights: {demand: 60}\n  stale_before"
    )
    folder = str(write(tmp_path, {"library.yaml": asked}))
    found = json.loads(call(capsys, "analyse", folder, "--json")[1])["switches"]
    assert found["thin"] == 1.3
    assert found["weights"]["fill"]["demand"] == 60
    assert found["weights"]["fill"]["unlock"] == 10
    assert found["weights"]["extend"]["key"] == 25


def test_closure_is_the_least_fixpoint(capsys: Out, tmp_path: Path) -> None:
    loop = CHAIN.replace(
        "  phenol:\n    name: 苯酚\n    unit: 万吨/年\n",
        "  phenol:\n    name: 苯酚\n    unit: 万吨/年\n    routes:\n      back:\n"
        "        name: 回收\n        inputs:\n"
        "          bpa: {per_unit: 1, unit: t, basis: estimate}\n",
    )
    folder = str(write(tmp_path, {"01-resin.yaml": loop}))
    code, out, _ = call(capsys, "closure", folder, "--have", "acetone", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["reached"] == {"acetone": 0}
    assert {b["product"]: b["missing"] for b in found["blocked"]} == {
        "bpa": ["phenol"],
        "phenol": ["bpa"],
    }
    more = json.loads(call(capsys, "closure", folder, "--have", "phenol", "--json")[1])
    assert more["reached"]["bpa"] == 1


def test_balance_and_spof(capsys: Out) -> None:
    rows = json.loads(call(capsys, "balance", "--date", "2022-10-26", "--json")[1])
    bpa = next(r for r in rows if r["id"] == "bpa")
    assert bpa["surplus"] == pytest.approx(1.9)
    lost = json.loads(call(capsys, "spof", "--chain", "pc-nylon", "--json")[1])
    assert "bpa" in next(r for r in lost if r["enterprise"] == "luxi")["own"]


@pytest.mark.parametrize("words", [["why", "bpaa"], ["closure", "--have", "nothing"]])
def test_unknown_products_are_told(capsys: Out, words: list[str]) -> None:
    code, _, err = call(capsys, *words)
    assert code == 2
    assert f"没有叫“{words[-1]}”的环节" in err


def test_closure_proves_and_names_what_blocks(capsys: Out) -> None:
    asked = ("closure", "--have", "benzene,propylene", "--prove", "phenol,pc")
    code, out, _ = call(capsys, *asked, "--json")
    proofs = json.loads(out)["proofs"]
    assert code == 0
    assert proofs["phenol"]["reached"]
    assert proofs["phenol"]["parts"]
    plain = call(capsys, *asked)[1]
    assert "✓ 苯酚" in plain
