"""数据体检 as lists: the same shares as the sheet, and problems with their target."""

from __future__ import annotations

from liantu.diagram.sheet import SheetOptions, draw_sheets
from liantu.diagram.views.detail import build_view
from liantu.issues import Issue, Place, Severity
from liantu.model.target import Target
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.condition import TrustRow
from tests.golden.adapter import _labels
from tests.helpers.readings import loaded, shipped_at

READING = shipped_at("2022-12-31")


def trust() -> dict[str, TrustRow]:
    return {row.chain: row for row in find("trust").rows(READING, Scope())}


def test_the_whole_comes_first_then_the_chains() -> None:
    assert list(trust()) == ["", *READING.atlas.chains]
    told = sum(len(firm.capacities) for firm in READING.atlas.enterprises.values())
    assert trust()[""].trust.capacities == told > 300


def test_stale_is_the_same_on_the_sheet_and_in_the_window() -> None:
    for chain in READING.atlas.chains:
        view = build_view(READING, chain)
        sheet = draw_sheets(READING, view, SheetOptions("A3"))[0]
        words = "".join(_labels(sheet.shapes))
        found = trust()[chain].trust
        assert f"产能记录 {found.capacities} 条" in words
        assert f"陈旧 {found.stale}。" in words


def test_checks_that_found_something_come_first() -> None:
    counts = [row.count for row in find("checks").rows(READING, Scope(issues=loaded().issues))]
    assert counts == sorted(counts, key=lambda count: not count)
    assert counts[0] > 0


def test_two_problems_of_one_place_are_two_rows_and_lead_to_the_thing() -> None:
    place = READING.atlas.places["enterprise:luxi"]
    issues = (
        Issue("library.unmapped", Severity.INFO, place, {"enterprise": "甲", "claim": "乙"}),
        Issue("library.no_product", Severity.INFO, place, {"enterprise": "甲"}),
        Issue("library.no_library", Severity.ERROR, Place("library.yaml")),
    )
    rows = find("issues").rows(READING, Scope(issues=issues))
    assert len({find("issues").key(row) for row in rows}) == 3
    assert [find("issues").target(row) for row in rows] == [
        Target("enterprise", "luxi"),
        Target("enterprise", "luxi"),
        None,
    ]
