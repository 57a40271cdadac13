"""The rules of the judgement on small cases with right answers worked out by hand."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.library import load
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.scenario import Scenario
from liantu.model.standing import Certainty, Remedy, Tag

CASES = json.loads(Path(__file__).with_name("judgement.json").read_text("utf-8"))
WORDS = {
    Word.BROKEN: "断链",
    Word.SHORT_UP: "短链·向上",
    Word.SHORT_DOWN: "短链·向下",
    Word.THIN: "细链",
    Word.WEAK: "弱链",
    Word.BLANK: "无链",
    Word.STEADY: "稳",
    Word.OPEN: "未布局",
}
CERTAINTIES = {
    Certainty.CONFIRMED: "确认",
    Certainty.SUSPECTED: "疑似",
    Certainty.POLICY: "政策",
    None: None,
}
REMEDIES = {
    Remedy.CONNECT: "断链连通",
    Remedy.UPSTREAM: "上游延伸",
    Remedy.PARTS: "配套缺口",
    Remedy.BARRIER: "技术短板",
    Remedy.SUPPLY: "原料稳供",
}
TAGS = {Tag.SOLE: "独家", Tag.SOLE_ON_RECORD: "资料内独家", Tag.BELOW_SCALE: "低于最小规模"}
BOARDS = {"补链榜": Board.FILL, "延链榜": Board.EXTEND, "强链榜": Board.STRONG}


def told(case: dict[str, Any], folder: Path) -> Reading:
    for name, content in case["atlas"].items():
        text = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        text = text.replace("'yes'", "yes").replace("'no'", "no")
        (folder / name).write_text(text, encoding="utf-8")
    loaded = load(folder)
    errors = [str(issue) for issue in loaded.issues if issue.severity == "error"]
    assert not errors, errors
    return Reading.of(loaded.atlas, Scenario(date=case["date"]))


def found(reading: Reading, ask: str, wanted: Any) -> Any:
    verdicts = reading.verdicts
    if ask == "boards":
        return {b: [[s.product, s.total] for s in reading.rows(BOARDS[b])] for b in wanted}
    if ask == "roles":
        return {p: {r: _roles(reading, p, r) for r in wanted[p]} for p in wanted}
    if ask == "merged":
        return {v.product: v.merged for v in verdicts.values() if v.merged}
    if ask == "chains_of":
        return {p: list(reading.atlas.chains_of[p]) for p in wanted}
    if ask == "late":
        return [p for p in verdicts if reading.situation.is_late(p)]
    if ask == "chain":
        return _chain(reading, wanted)
    return {p: ONE[ask](verdicts[p]) for p in wanted}


def _roles(reading: Reading, product: str, route: str) -> dict[str, list[Any]]:
    one = next(r for r in reading.atlas.products[product].routes if r.id == route)
    shares = reading.situation.recipes.shares(product, one)
    return {q: [s.role.value, s.weight] for q, s in shares.items()}


def _chain(reading: Reading, wanted: dict[str, Any]) -> dict[str, Any]:
    summary = reading.summary(next(iter(reading.atlas.chains)))
    known = {
        "coverage": list(summary.span.shares or ()),
        "main_cover": summary.mains.share,
        "missing": list(summary.mains.materials),
        "missing_parts": list(summary.mains.parts),
        "n_local": summary.mains.made,
    }
    return {name: known[name] for name in wanted}


def _amount(verdict: Verdict) -> float | None:
    return verdict.balance.deficit if verdict.balance else None


ONE = {
    "standing": lambda v: v.standing.value,
    "word": lambda v: WORDS[v.worst],
    "certainty": lambda v: CERTAINTIES[v.certainty],
    "kind": lambda v: REMEDIES[v.remedy],
    "needed_by": lambda v: list(v.needed_by),
    "fed_share": lambda v: v.fed_share,
    "tags": lambda v: [TAGS[t] for t in v.tags if t in TAGS],
    "need": lambda v: v.balance.need,
    "deficit": _amount,
    "d": lambda v: v.distance,
}


def near(value: Any) -> Any:
    """``value`` with every number as one that may be off by the last digit printed."""
    if isinstance(value, float):
        return pytest.approx(value, abs=6e-4)
    if isinstance(value, list):
        return [near(item) for item in value]
    if isinstance(value, dict):
        return {key: near(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_a_case_has_the_answer_worked_out_by_hand(case: dict[str, Any], tmp_path: Path) -> None:
    reading = told(case, tmp_path)
    for ask, wanted in case["expect"].items():
        assert found(reading, ask, wanted) == near(wanted), (ask, case["why"])
