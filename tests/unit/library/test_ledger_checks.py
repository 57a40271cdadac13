"""What of the ledgers reads well and is still doubtful is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import wording
from liantu.issues import Issue
from liantu.library import load
from liantu.library.checks import catalogue
from tests.helpers.folders import write

HEAD = "format: 1\n"
REQUEST = HEAD + "requests:\n  Q1: {text: 用地, status: %s}\n"
GOOD = "todo, department: 甲局, raised: 2022-03, due: 2022-03-15"
POLICY = HEAD + "policies:\n  Z1: {name: 补助, support: funds%s}\n"
ASSIGNED = HEAD + "assignments:\n  A1: {enterprise: plant, office: 甲局%s}\n"
TWICE = REQUEST % (GOOD + ", enterprise: plant") + "  Q2: {text: ' 用地', status: todo,"
TWICE += " department: 乙局, enterprise: %s}\n"

CASES: list[tuple[str, str]] = [
    ("undated", REQUEST % "done, result: 已办"),
    ("open", REQUEST % "doing, department: 甲局, done: 2022-05"),
    ("due", REQUEST % "todo, department: 甲局, raised: 2022-03-02, due: 2022-03-01"),
    ("done", REQUEST % "done, result: 已办, raised: 2022-03, done: 2022-02-28"),
    ("result", REQUEST % "done, done: 2022-03"),
    ("department", REQUEST % "todo"),
    ("county", REQUEST % f"{GOOD}, county: 南县"),
    ("county", POLICY % ", counties: [东县, 南县]"),
    ("twice", TWICE % "plant"),
    ("private", REQUEST % f"{GOOD}, note: 联系 139-1234-5678"),
    ("private", REQUEST % f"{GOOD}, note: 电话１３９１２３４５６７８"),
    ("private", ASSIGNED % ", post: 37250119800101123X"),
    ("until", POLICY % ", counties: [东县], since: 2022-05, until: 2022-04-30"),
    ("until", ASSIGNED % ", since: 2022, until: 2021"),
    ("unconditional", POLICY % ""),
]
SOUND = [
    REQUEST % GOOD,
    REQUEST % "held, department: 甲局, raised: 2022-03-10, due: 2022-03",
    REQUEST % "done, result: 已办, raised: 2022, done: 2022-02-28",
    REQUEST % f"{GOOD}, note: 办公电话 0635-8288888，文号 202203150001",
    TWICE % "",
    POLICY % ", other: 当年新增贷款",
    ASSIGNED % ", since: 2022, until: 2022",
]


def found(folder: Path, text: str) -> list[Issue]:
    loaded = load(write(folder, {"ledgers.yaml": text}))
    return [i for i in loaded.issues if i.place.file == "ledgers.yaml"]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_doubtful_entry_is_told_once_at_its_line(tmp_path: Path, code: str, text: str) -> None:
    (issue,) = found(tmp_path, text)
    assert issue.code == f"library.work_{code}"
    assert issue.severity is catalogue.KINDS[issue.code]
    assert issue.place.line == (4 if code == "twice" else 3)
    assert wording.text(f"{issue.code}.title")
    assert wording.issue_text(issue)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_entry_is_not_doubted(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []


def test_the_number_itself_is_not_repeated(tmp_path: Path) -> None:
    (issue,) = found(tmp_path, REQUEST.replace("用地", "请联系13912345678") % GOOD)
    assert "13912345678" not in wording.issue_text(issue)
    assert "请联系…" in wording.issue_text(issue)


def test_a_policy_that_loses_a_whole_condition_is_left_out(tmp_path: Path) -> None:
    """Without it, it would be for every enterprise."""
    text = (
        POLICY % ", chains: [nothing]" + "  Z2: {name: 贴息, support: loan, chains: [resin, no]}\n"
    )
    loaded = load(write(tmp_path, {"ledgers.yaml": text}))
    policies = loaded.atlas.policies
    assert {key: policy.chains for key, policy in policies.items()} == {"Z2": ("resin",)}
    (told,) = [wording.issue_text(i) for i in loaded.issues if i.code == "library.left_out"]
    assert told.startswith("惠企政策 Z1")


def test_an_assignment_to_nobody_is_left_out(tmp_path: Path) -> None:
    text = ASSIGNED.replace("plant", "nobody") % ""
    loaded = load(write(tmp_path, {"ledgers.yaml": text}))
    assert loaded.atlas.assignments == {}
    codes = {i.code for i in loaded.issues if i.place.file == "ledgers.yaml"}
    assert codes == {"library.unknown_enterprise", "library.left_out"}


def test_a_reference_that_leads_nowhere_is_emptied(tmp_path: Path) -> None:
    text = HEAD + (
        "visits:\n  V1: {date: 2022-03, kind: chief, enterprises: [plant, no],"
        " findings: [W1, W9], requests: [Q9]}\n"
        "findings:\n  W1: {text: 缺料, status: todo, department: 甲局, product: nowhere}\n"
    )
    loaded = load(write(tmp_path, {"ledgers.yaml": text}))
    atlas = loaded.atlas
    told = [wording.issue_text(i) for i in loaded.issues if i.code.startswith("library.unknown_")]
    assert len(told) == 4
    assert atlas.visits["V1"].enterprises == ("plant",)
    assert atlas.visits["V1"].findings == ("W1",)
    assert atlas.findings["W1"].product == ""
