"""The boards as lists: each gap once, confirmed rows first, every part of a score in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.model.boards import CRITERIA, Board
from liantu.model.standing import Certainty
from liantu.model.verification import Answer, Reply
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Block, Scope
from liantu.telling.lists.row import GapRow, block_of
from tests.helpers.readings import reading, shipped_at

CITY = Scope(city=True)
NYLON = Scope(chains=("pc-nylon",))
DAY = "2022-12-31"


def rows(id_: str, scope: Scope = CITY, found: Reading | None = None) -> list[GapRow]:
    return list(find(id_).rows(found or shipped_at(DAY), scope))


def answered(product: str) -> Reading:
    """The shipped city in which all counties say that nobody makes the product."""
    atlas = shipped_at(DAY).atlas
    counties = [c for c in atlas.library.region.counties if c != "未注明"]
    replies = tuple(
        Reply(product=product, county=county, answer=Answer.NONE, date="2022-11-01")
        for county in counties
    )
    return reading(replace(atlas, answers=replies), DAY)


@pytest.mark.parametrize("board", Board)
def test_a_board_of_the_city_has_each_row_once_with_every_part(board: Board) -> None:
    found, item = rows(board), find(board)
    assert [row.id for row in found] == [s.product for s in shipped_at(DAY).rows(board)]
    assert [row.rank for row in found] == list(range(1, len(found) + 1))
    for row in found:
        assert row.score is not None
        parts = [item.column(f"score_{name}").amount(row) for name in CRITERIA[board]]
        assert parts == [round(value, 1) for value in row.score.parts.values()]
        assert item.column("score").amount(row) == round(row.score.total, 1)


@pytest.mark.parametrize("board", Board)
def test_a_chain_lists_its_own_products_and_key_links_only(board: Board) -> None:
    expected = [s.product for s in shipped_at(DAY).rows(board, "nev")]
    assert [row.id for row in rows(board, Scope(chains=("nev",)))] == expected


def test_a_section_lists_its_own() -> None:
    members = {m.product for m in shipped_at(DAY).atlas.chains["pc-nylon"].members("pc")}
    part = {row.id for row in rows("fill", Scope(chains=("pc-nylon",), section="pc"))}
    assert part == {row.id for row in rows("fill", NYLON)} & members
    assert "phenol" in part


def test_what_is_made_carries_no_certainty() -> None:
    item = find("strong")
    assert rows("strong")
    assert "certainty" not in {column.id for column in item.on_screen}
    assert all(item.column("certainty").text(row) == "" for row in rows("strong"))
    assert item.block is None


def test_a_confirmed_gap_comes_first_and_stands_on_the_shortlist() -> None:
    before = rows("fill")
    last = before[-1].id
    assert {block_of(row) for row in before} == {Block.PENDING}
    found = answered(last)
    after = rows("fill", found=found)
    assert (after[0].id, after[0].rank) == (last, 1)
    assert after[0].verdict.certainty is Certainty.CONFIRMED
    assert find("fill").column("class").text(after[0]).startswith(("断链", "短链"))
    blocks = find("fill").blocks(after)
    assert [len(blocks[block]) for block in Block] == [1, len(before) - 1, 0]
    assert find("fill").remarked(found, CITY) == ""
    assert last in {row.id for row in rows("shortlist", found=found)}


def test_the_shortlist_has_at_most_five_rows_a_chain_each_once() -> None:
    found = rows("shortlist")
    assert len({row.id for row in found}) == len(found)
    chains = [row.chain.id for row in found if row.chain]
    assert len(chains) == len(found)
    assert all(chains.count(chain) <= 5 for chain in chains)
    count = len(rows("fill"))
    words = f"尚无已确认缺口；待核实 {count} 项，见摸底任务单"
    assert find("shortlist").remarked(shipped_at(DAY), CITY) == words


def test_a_chance_is_among_the_rows_of_the_board() -> None:
    found = rows("fill", NYLON)
    chances = [row.chance for row in found]
    assert all(chance is not None for chance in chances)
    assert sum(chance or 0.0 for chance in chances) == pytest.approx(min(5, len(found)))


def test_a_gate_is_told_with_its_effect_and_its_source() -> None:
    row = next(row for row in rows("city") if row.id == "hrc")
    gate = find("city").column("gate").text(row)
    assert gate.startswith("本市已退出（新增产能无路）：")
    assert "〔" in gate
