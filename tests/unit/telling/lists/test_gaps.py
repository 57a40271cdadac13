"""The lists of the words: order, scores, lower bounds, what is unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Barrier, Capacity, Enterprise, Status
from liantu.model.boards import Board
from liantu.model.classes import LISTS as CLASSES
from liantu.model.classes import RANKED, Word
from liantu.model.standing import Weakness
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Block, Scope
from liantu.telling.lists.row import GapRow, block_of
from liantu.telling.why.grounds import ground
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import loaded, reading, shipped_at

NYLON = Scope(chains=("pc-nylon",))
ALL = Scope(chains=tuple(loaded().atlas.chains))


def now() -> Reading:
    return shipped_at("2022-10-26")


def rows(id_: str, scope: Scope = NYLON) -> list[GapRow]:
    return list(find(id_).rows(now(), scope))


def told(id_: str, product: str) -> dict[str, object]:
    item = find(id_)
    row = next(row for row in rows(id_) if row.id == product)
    return {column.id: column.amount(row) for column in item.columns}


def test_gaps_come_by_board_and_score_and_the_score_is_that_of_the_board() -> None:
    found = rows("gaps")
    for board in (Board.FILL, Board.EXTEND):
        totals = [row.score.total for row in found if row.score and row.score.board is board]
        assert totals == sorted(totals, reverse=True)
        assert totals
    own = now().score("phenol", Board.FILL)
    assert own is not None
    told_ = told("gaps", "phenol")
    assert told_["score"] == round(own.total, 1)
    assert told_["parts"] == "需求 25.1、就绪 10.0、断供暴露 3.0、关键环节 15.0、解锁 5.0、战略 0.0"


def test_every_list_holds_the_products_that_the_reading_counts() -> None:
    counts = now().chain_counts("pc-nylon")
    assert len(rows("weak")) == counts[Word.WEAK]
    assert len(rows("thin")) == counts[Word.THIN]
    assert len(rows("short")) == counts[Word.SHORT_UP] + counts[Word.SHORT_DOWN]
    assert len(rows("broken")) == counts[Word.BROKEN]
    assert len(rows("blank")) == counts[Word.BLANK]


def test_a_section_lists_its_own() -> None:
    whole, part = rows("short"), rows("short", Scope(chains=("pc-nylon",), section="pc"))
    members = {m.product for m in now().atlas.chains["pc-nylon"].members("pc")}
    assert {row.id for row in part} == {row.id for row in whole} & members


def test_the_city_lists_every_gap_once_and_what_is_secured_last() -> None:
    city = rows("city", Scope(city=True))
    assert len({row.id for row in city}) == len(city)
    gaps = {p for p, v in now().verdicts.items() if v.worst in RANKED and not v.merged}
    assert {row.id for row in city} == gaps
    blocks = [block_of(row) for row in city]
    assert blocks == sorted(blocks)
    assert {row.id for row in city if block_of(row) is Block.SECURED} >= {"hrc", "coke"}
    copper = {row.id for row in rows("city", Scope(chains=("cu",)))}
    assert copper == gaps & {m.product for m in now().atlas.chains["cu"].members()}


def test_nobody_is_sought_for_what_policy_closes() -> None:
    targets = rows("targets", ALL)
    assert targets
    assert all(row.score and block_of(row) is not Block.SECURED for row in targets)
    assert "hrc" not in {row.id for row in targets}


def test_phenol_is_told_as_it_is() -> None:
    phenol = told("short", "phenol")
    assert phenol["needed_by"] == "双酚A"
    assert phenol["class"] == "疑似短链·向上"
    assert (phenol["certainty"], phenol["standing"]) == ("疑似", "未见记录")
    assert phenol["remedy"] == "上游延伸"
    assert phenol["county"] == "高新区"
    assert phenol["uses"] == (
        "双酚A（权重 76%，年需 17 万吨/年）、联产丙酮：双酚A（权重 24%，年需 5.3 万吨/年）"
    )
    assert phenol["deficit"] == pytest.approx(17.0, abs=0.1)
    assert phenol["hhi"] is None


def test_what_nobody_wants_is_one_count() -> None:
    counts = now().chain_counts("pc-nylon")
    remark = find("blank").remarked(now(), NYLON)
    assert remark == f"未布局 {counts[Word.OPEN]} 个：不需要、供不上也未列为关键，不逐个列出。"
    assert all(Word.OPEN not in row.verdict.words for row in rows("blank"))


def test_where_nothing_is_confirmed_the_list_says_so() -> None:
    asked = sum(block_of(row) is Block.PENDING for row in rows("short"))
    words = f"尚无已确认缺口；待核实 {asked} 项，见摸底任务单"
    assert find("short").remarked(now(), NYLON) == words


def hard(small: Atlas) -> set[str]:
    return {row.id for row in find("research").rows(reading(small), Scope(chains=("c",)))}


def test_a_barrier_that_nobody_here_would_take_up_is_no_matter_of_research() -> None:
    barred = replace(product("x"), barrier=Barrier("难", ("s",)))
    far = atlas([barred, product("y", route("x"))], [])
    assert hard(far) == set()
    assert hard(replace(far, enterprises={"b": maker("b", "y", 5.0)})) == {"x"}
    wish = {**far.products, "x": replace(barred, want=True)}
    assert hard(replace(far, products=wish)) == {"x"}


def test_a_works_that_stood_still_has_no_lack_of_technology() -> None:
    stood = (
        Capacity("x", Status.STOPPED, 5.0, "万吨/年", since="2022-03", until="2022-05"),
        Capacity("x", Status.OPERATING, 5.0, "万吨/年", since="2022-06"),
    )
    small = atlas([product("x")], [Enterprise("a", "A", "甲县", capacities=stood)])
    assert reading(small).verdicts["x"].weakness is Weakness.STOPPED
    assert hard(small) == set()


def test_why_a_link_is_thin_is_its_lack_even_where_a_user_did_not_say() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("x"))],
        [maker("a", "x", 3.0), maker("b", "y", 5.0), maker("c", "z")],
    )
    verdict = reading(small).verdicts["x"]
    assert Word.THIN in verdict.words
    assert ground(reading(small), verdict).startswith("供不应求，缺 ≥ 2 万吨/年；")


def sought(small: Atlas) -> dict[str, str]:
    row = next(r for r in find("targets").rows(reading(small), Scope(chains=("c",))) if r.id == "y")
    return {name: find("targets").column(name).text(row) for name in ("partner", "found")}


def test_nobody_is_brought_in_before_what_is_being_built_has_opened() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("a", "x", 3.0)])
    assert sought(small)["partner"].startswith("引进下游加工企业")
    for status, words in (
        (Status.BUILDING, "b在建，先促其投产"),
        (Status.PLANNED, "b有规划，先促其"),
    ):
        more = {**small.enterprises, "b": maker("b", "y", 1.0, status=status, as_of="2022-06")}
        assert sought(replace(small, enterprises=more))["partner"].startswith(words)


def test_what_a_works_makes_for_itself_is_told_as_that() -> None:
    own = Capacity("x", Status.OPERATING, 3.0, "万吨/年", own_use=True)
    user = product("z", route("y"))
    firms = [Enterprise("a", "A", "甲县", capacities=(own,)), maker("c", "z", 1.0)]
    small = atlas([product("x"), product("y", route("x")), user], firms)
    assert sought(small)["found"] == "X（A自用，占100%）"
    sold = {**small.enterprises, "d": maker("d", "x", 1.0)}
    assert sought(replace(small, enterprises=sold))["found"] == "X（d，占100%）"


@pytest.mark.parametrize("id_", [*CLASSES, "gaps", "targets", "research", "strengths"])
def test_a_product_of_several_chains_is_told_once_with_all_of_them(id_: str) -> None:
    found, item = rows(id_, ALL), find(id_)
    assert len({row.id for row in found}) == len(found)
    chains = next(column for column in item.on_sheet if column.id == "chains")
    atlas = now().atlas
    for row in found:
        shown = [atlas.chains[key].label for key in atlas.chains_of[row.id]]
        assert chains.text(row) == "、".join(shown)


def test_the_lists_of_the_classes_are_as_long_as_their_headline_numbers() -> None:
    counts = now().counts(ALL.products(now()))
    for id_, words in CLASSES.items():
        assert len(rows(id_, ALL)) == sum(counts[word] for word in words), id_
    naoh = next(row for row in rows("thin", ALL) if row.id == "naoh")
    assert naoh.chain is not None
    assert naoh.chain.id == now().chain_for("naoh")
    assert len(rows("thin", Scope(chains=("pc-nylon", "chem")))) == 1
