"""Ledgers are edited and written as every other record."""

from __future__ import annotations

from liantu.library.editing import Draft, Use, edited, new_id, trial, uses
from liantu.library.plain import plain
from liantu.library.reader import load_files
from liantu.library.writing.writer import rewritten
from liantu.model import Atlas
from tests.helpers.folders import GOOD

FILES = {name: text.encode() for name, text in GOOD.items()}
FINDING = {"text": "双酚A没有本地用户", "status": "todo", "product": "bpa", "department": "甲局"}
VISIT = {"date": "2022-11-08", "kind": "chief", "chain": "resin", "findings": ["W001"]}
POLICY = {"name": "补助", "support": "funds", "chains": ["resin"], "products": ["bpa", "phenol"]}


def city() -> Atlas:
    return load_files(FILES).atlas


def full() -> Atlas:
    drafts = [Draft("finding", "W001", FINDING), Draft("visit", "V001", VISIT)]
    officer = {"enterprise": "plant", "office": "甲局"}
    drafts += [Draft("policy", "Z001", POLICY), Draft("assignment", "A001", officer)]
    return edited(city(), drafts)


def test_new_entries_get_their_own_ids_and_files() -> None:
    before, after = city(), full()
    assert new_id(before, "finding") == "W001"
    assert (new_id(after, "finding"), new_id(after, "request")) == ("W002", "Q001")
    files = rewritten(FILES, before, after)
    assert set(files) == {"findings.yaml", "visits.yaml", "policies.yaml", "assignments.yaml"}
    again = load_files({**FILES, **files}).atlas
    assert again.findings["W001"].product == "bpa"
    assert plain(again, "visit", "V001") == VISIT


def test_a_draft_is_judged_while_it_is_typed() -> None:
    faults = trial(city(), Draft("request", "Q001", {"text": "用地", "status": "办结"}))
    assert [(fault.path, fault.issue.code) for fault in faults] == [
        (("status",), "library.want_choice")
    ]


def test_what_goes_with_a_chain_and_what_only_forgets_it() -> None:
    """A policy for one chain alone would be for all enterprises without it."""
    found = {(use.kind, use.id): use for use in uses(full(), "chain", "resin")}
    assert found["policy", "Z001"] == Use("policy", "Z001", goes=True)
    assert found["visit", "V001"] == Use("visit", "V001", ("chain",))
    found = {(use.kind, use.id): use for use in uses(full(), "product", "bpa")}
    assert found["policy", "Z001"] == Use("policy", "Z001", ("products",))
    assert found["finding", "W001"] == Use("finding", "W001", ("product",))


def test_an_assignment_goes_with_its_enterprise_and_a_finding_leaves_its_visit() -> None:
    found = {(use.kind, use.id): use for use in uses(full(), "enterprise", "plant")}
    assert found["assignment", "A001"].goes
    found = {(use.kind, use.id): use for use in uses(full(), "finding", "W001")}
    assert found == {("visit", "V001"): Use("visit", "V001", ("findings",))}
