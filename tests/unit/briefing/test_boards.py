"""The boards on paper: what is confirmed comes first, what is to be asked is hollow and apart."""

from __future__ import annotations

from dataclasses import replace

from liantu.briefing import beside, boards, findings, heads, overview
from liantu.briefing.blocks import Block, Paragraph, Table
from liantu.briefing.case import Case
from liantu.briefing.order import Order
from liantu.briefing.prose import official
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.gates import CatalogueClass, Gate, GateKind
from liantu.telling.answer import answer
from tests.helpers.atlases import atlas, declared, maker, product, route
from tests.helpers.papers import found, shipped
from tests.helpers.readings import reading


def case(small: Atlas) -> Case:
    return Case(reading(small), Order(chains=("c",)))


def told(blocks: list[Block]) -> tuple[list[str], list[Table]]:
    """What is said, and the tables."""
    said = [b.text for b in blocks if isinstance(b, Paragraph)]
    return said, [b for b in blocks if isinstance(b, Table)]


LACKING = atlas([product("x"), product("y", route("x"))], [maker("a", "y", 5.0)])
"""Y is made and takes X, of which nobody knows anything."""


def test_where_nothing_is_confirmed_every_row_is_marked_and_says_whom_to_ask() -> None:
    asked = case(LACKING)
    said, tables = told(list(boards.board(asked, Board.FILL, asked.chains[0])))
    assert said == []
    (table,) = tables
    assert "待核实（1项）" in table.caption
    (row,) = table.rows
    assert row[:5] == ["1", "○ X", "疑似短链·向上", "Y需要；年缺5万吨", "a（甲县）"]


def test_a_product_stands_in_one_table_of_a_paper() -> None:
    asked = case(LACKING)
    assert list(boards.board(asked, Board.FILL, asked.chains[0]))
    assert asked.listed == {"x"}
    assert list(beside.survey(asked, asked.chains[0])) == []


def test_a_confirmed_row_stands_first_and_without_a_mark() -> None:
    sure = case(declared(LACKING))
    said, tables = told(list(boards.board(sure, Board.FILL, sure.chains[0])))
    assert said == []
    (table,) = tables
    assert "已确认" in table.caption
    assert table.rows[0][1:3] == ["X", "短链·向上"]


def test_the_shortlist_takes_what_is_confirmed_only() -> None:
    assert list(beside.shortlist(case(LACKING), case(LACKING).chains)) == []
    sure = case(declared(LACKING))
    _, (table,) = told(list(beside.shortlist(sure, sure.chains)))
    assert table.rows[0][1:4] == ["X", "短链·向上", "确认无"]


def test_what_policy_closes_is_secured_with_its_source_and_on_no_board() -> None:
    gate = Gate(GateKind.EXIT, text="高炉已拆除", edition="市公示", since="2020", sources=("s",))
    shut = replace(product("x"), gates=(gate,))
    small = atlas([shut, product("y", route("x"))], [maker("a", "y", 5.0)])
    asked = case(small)
    assert reading(small).rows(Board.FILL) == ()
    _, (table,) = told(list(beside.supplies(asked, asked.chains)))
    assert table.rows == [["X", "本市已退出：高炉已拆除（市公示）", "Y"]]
    assert "不作投资方向" in table.caption


def test_the_catalogue_is_told_with_its_class() -> None:
    gate = Gate(
        GateKind.CATALOGUE,
        catalogue=CatalogueClass.ABOLISHED,
        item="九",
        text="旧装置",
        edition="目录（2019年本）",
        since="2020",
        sources=("s",),
    )
    shut = replace(product("x"), gates=(gate,))
    asked = case(atlas([shut, product("y", route("x"))], [maker("a", "y", 5.0)]))
    _, (table,) = told(list(beside.supplies(asked, asked.chains)))
    assert table.rows[0][1] == "产业结构调整指导目录淘汰类：旧装置（目录（2019年本），九）"


def test_findings_are_the_sentences_that_answer() -> None:
    asked = reading(LACKING)
    (line,) = findings.findings(asked, "c")
    assert line == official(answer(asked, "x"))
    assert line.startswith("X：疑似短链·向上（上游延伸）。")


def test_the_survey_names_whom_to_ask_first() -> None:
    x = replace(product("x"), gbt="2651")
    z = replace(product("z"), gbt="2651")
    firms = [maker("a", "y", 5.0), maker("b", "z", 1.0)]
    asked = case(atlas([x, product("y", route("x")), z], firms))
    _, (table,) = told(list(beside.survey(asked, asked.chains[0])))
    assert "待核实1项" in table.caption
    assert table.rows[0][1:5] == ["○ X", "疑似短链·向上", "a（甲县）", "Y"]


def test_a_product_that_nobody_is_known_to_use_is_not_said_to_have_no_user() -> None:
    small = atlas([product("in"), product("x", route("in"))], [maker("a", "in", 5.0)])
    asked = case(small)
    _, (table,) = told(list(beside.survey(asked, asked.chains[0])))
    assert table.rows[0][4] == "未见记录"


def test_a_downstream_row_tells_the_surplus_with_its_bound() -> None:
    small = atlas(
        [product("in"), product("x", route("in")), product("y", route("in"))],
        [maker("a", "in", 5.0), maker("b", "y")],
    )
    asked = case(small)
    _, (table,) = told(list(boards.board(asked, Board.EXTEND, asked.chains[0])))
    assert table.rows[0][3] == "IN余量不超过5万吨（1家用量不详）"


def test_a_sole_maker_is_told_with_what_would_break_off() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("x"))],
        [maker("a", "x", 5.0), maker("b", "y", 1.0), maker("c", "z", 1.0)],
    )
    asked = case(small)
    _, (table,) = told(list(boards.board(asked, Board.STRONG, asked.chains[0])))
    (row,) = table.rows
    assert row[1:5] == [
        "X",
        "资料内独家",
        "资料内只有a一家；停供则Y、Z断料，涉及2家企业",
        "a（甲县）",
    ]


def test_few_made_products_have_no_share() -> None:
    asked = reading(LACKING)
    summary = asked.summary("c")
    shown = dict(heads.numbers(summary).pairs)
    assert shown["主材本地保障率"] == "1个中0个"
    assert shown["缺主材·缺部件"] == "1种·0种"
    assert shown["自有环节（在产/全部）"] == "1/2"
    lines = list(heads.head_lines(asked, summary))
    assert lines[0] == "全链2个环节：在产1个，未见记录1个。收录企业1家。"
    assert "不计百分比" in lines[1]
    assert "缺主材1种：X。" in lines[1]


def test_weak_is_told_by_evidence_and_nothing_is_claimed_of_the_others() -> None:
    line = heads.weak_line(reading(LACKING), ["x", "y"])
    assert line == "没有弱链的依据；企业在产的1个自有和关键环节强弱未判，不等于强。"


def test_phenol_and_cyclohexanone_lead_the_board_of_their_chain() -> None:
    asked = Case(found().at("2022-12-31"), Order(chains=("pc-nylon",)))
    _, (table, *_) = told(list(boards.board(asked, Board.FILL, asked.chains[0])))
    first = {row[1]: row[3] for row in table.rows[:2]}
    assert set(first) == {"○ 环己酮", "○ 苯酚（联产丙酮）"}
    assert "年缺至少17.7万吨（推算）" in first["○ 环己酮"]
    assert "年缺17万吨" in first["○ 苯酚（联产丙酮）"]
    assert table.note.count("化工入园（附条件）") == 1


def test_what_is_common_or_closed_stands_on_no_printed_board() -> None:
    asked = Case(found().at("2022-12-31"), Order(chains=tuple(shipped().chains)))
    names = {p for t in told(list(beside.supplies(asked, asked.chains)))[1] for p in t.about}
    assert {"hrc", "coke"} <= names
    rows = [row for board in Board for row in asked.reading.rows(board)]
    assert not names & {row.product for row in rows}


def test_the_overview_counts_confirmed_and_asked_apart_and_the_city_once() -> None:
    asked = found()
    chosen = list(shipped().chains.values())
    table = overview.overview(asked, chosen)
    assert len(table.rows) == 21, "the chains, and the city counted once"
    fill = table.head.index("补链")
    assert table.rows[-1][fill] == f"0+{len(asked.rows(Board.FILL))}"
    by_name = {row[0]: row for row in table.rows}
    own = len(asked.rows(Board.FILL, "nev"))
    assert by_name["新能源汽车"][fill] == f"0+{own}"
