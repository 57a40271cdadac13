"""Closing plans in words."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from liantu.analysis.plans.closing import closing_plans, ladder
from liantu.analysis.plans.integer import Status
from liantu.analysis.plans.plan import Plans, Wish
from liantu.analysis.plans.problem import ProblemError
from liantu.analysis.reading import Reading
from liantu.model.gates import Gate, GateKind
from liantu.model.nouns import Scale
from liantu.telling.plans import buying, heading, links, none
from liantu.telling.plans.proof import proof_lines
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

DATE = "2022-12-31"


@cache
def rungs(target: str, within: str = "pc-nylon") -> Plans:
    return ladder(shipped_at(DATE), Wish(target, within=within))


def test_a_ladder_is_told_in_one_sentence() -> None:
    found = shipped_at(DATE)
    assert heading.judgement(found, rungs("epoxy")) == (
        "要在本地做出环氧树脂，起步新建 1 个环节即可，其余外购；不留缺口要建 2 个环节："
        "环氧氯丙烷、环氧树脂；其余本地都有或一向外购；2 个环节造价都不详。"
    )
    assert heading.judgement(found, rungs("spi", "soy")).endswith("不必补链。")
    assert heading.judgement(found, rungs("pc")).startswith("聚碳酸酯本地已在产；要把主要投入")
    assert heading.judgement(found, rungs("dhide", "")) == "没有办法在本地做出国产驴皮。"


def test_every_rung_says_what_kind_it_is() -> None:
    found = rungs("pc")
    kinds = [heading.rung(found, at) for at in range(len(found.plans))]
    assert kinds == ["全部外购", "部分自建", "全部自建"]
    assert [heading.title(p) for p in found.plans] == [
        "不新建，外购 3 种",
        "自建 1 个环节，外购 1 种",
        "自建 2 个环节，不留缺口",
    ]


def test_who_builds_all_that_can_be_built_may_still_buy() -> None:
    found = rungs("mcu", "nev")
    assert [heading.rung(found, at) for at in (0, 1)] == ["部分自建", "能建的都建"]
    assert "能建的都建要 2 个环节" in heading.judgement(shipped_at(DATE), found)


def test_a_link_tells_route_scale_gates_and_who_could_do_it() -> None:
    row = links.link_rows(shipped_at(DATE), rungs("phenol").plans[0])[0]
    assert (row.name, row.route, row.turn) == ("苯酚", "异丙苯氧化-分解", 1)
    assert row.makes == "17 万吨，联产丙酮"
    assert row.need == "本地需 17 万吨；最小规模不详"
    assert (row.cost, row.notes) == ("不详", "化工入园：附条件")
    assert row.who.startswith("同类企业可问：鲁西集团")
    assert len(links.cells(row)) == len(links.HEADS)


def test_a_firm_that_builds_already_is_named_first() -> None:
    row = links.link_rows(shipped_at(DATE), rungs("alsheet", "al").plans[0])[0]
    assert row.who.startswith("中源新材料（在建）")


def test_purchases_say_why_gaps_first() -> None:
    plan = rungs("mcu", "nev").plans[0]
    rows = buying.buy_rows(shipped_at(DATE), plan)
    assert [row.gap for row in rows] == [True, True, True, False]
    assert rows[0].why == "缺口，本方案留待外购"
    assert rows[1].why == "别的链的缺口，本方案外购"
    assert (rows[3].name, rows[3].why) == ("功率半导体", "外来原料，一向从外地采购")
    steel = rungs("dgbb", "brg").plans[-1]
    whys = [row.why for row in buying.buy_rows(shipped_at(DATE), steel)]
    assert whys == ["政策不许新增（产能置换），只能外购"]


def test_the_proof_goes_from_the_target_down() -> None:
    lines = proof_lines(shipped_at(DATE), rungs("epoxy").plans[-1])
    assert [(line.depth, line.how) for line in lines] == [
        (0, "built"),
        (1, "had"),
        (1, "built"),
        (2, "had"),
        (2, "bought"),
    ]
    assert lines[2].words == "环氧氯丙烷：新建（丙烯高温氯化法）"


def test_costs_known_and_unknown_are_never_added() -> None:
    found = shipped_at(DATE)
    told = [
        heading.cost(ladder(found, Wish("epoxy", costs=costs)).plans[-1])
        for costs in ({}, {"ech": 3.0}, {"ech": 3.0, "epoxy": 4.5})
    ]
    assert told == [
        "2 个环节造价都不详",
        "已知造价 3 亿元，另 1 个环节造价不详",
        "造价约 7.5 亿元",
    ]


def test_what_was_cut_short_is_said() -> None:
    found = shipped_at(DATE)
    plan = replace(rungs("phenol").plans[0], status=Status.STOPPED, gap=0.123)
    assert list(heading.notes(found, plan)) == [
        "计算到时限为止，可能还有更省的方案，最多还能省 12.3%。"
    ]
    unproven = replace(plan, gap=0.0)
    assert list(heading.notes(found, unproven)) == ["计算到时限为止，可能还有更省的方案。"]
    late = replace(rungs("phenol"), complete=False, stopped=True)
    assert heading.ending(late) == "计算到时限为止，可能还有别的方案"
    late = replace(late, plans=())
    assert none.block_lines(found, late) == ["在时限内没有找到方案，可放宽外购或缩小范围再试。"]


def test_strain_and_what_goes_on_being_bought_are_noted() -> None:
    found = shipped_at(DATE)
    notes = list(heading.notes(found, ladder(found, Wish("epoxy", demand=10.0)).plans[0]))
    assert notes[0].startswith("双酚A按已知产需只余 ")
    assert notes[1] == "双酚A本地在产，今天靠外购苯酚、丙酮，本方案不改变这一点。"


def test_what_was_asked_is_said() -> None:
    found = shipped_at(DATE)
    asked = list(heading.asked(found, rungs("phenol")))
    assert asked[:3] == [
        "本地在产的直接用，它们今天外购的继续外购",
        "只在聚碳酸酯·尼龙内新建，别的链的缺口外购",
        "数量按年产苯酚 17 万吨计算",
    ]
    assert heading.ending(rungs("phenol")) == "没有别的方案了"


def small(*shut: str) -> Reading:
    links = [product("t", route("s")), product("s", route("r")), product("r", raw=True)]
    gates = (Gate(GateKind.EXIT, text="焦化已退出", edition="某号文"),)
    return reading(atlas([replace(p, gates=gates) if p.id in shut else p for p in links]))


def test_why_there_is_no_plan() -> None:
    found = small("t")
    lines = none.block_lines(found, closing_plans(found, Wish("t")))
    assert lines == [
        "政策不许在本地新增T，不排补链方案；只能外购，或找替代环节。",
        "本市已退出：焦化已退出（某号文）——新增产能无路",
    ]
    holes = reading(atlas([product("t", route("a")), product("a")]))
    lines = none.block_lines(holes, closing_plans(holes, Wish("t")))
    assert lines == ["A在资料中没有可用的工艺路线。", "如果外购A，就能在本地做出T。"]
    loop = reading(atlas([product("t", route("a")), product("a", route("t"))]))
    lines = none.block_lines(loop, closing_plans(loop, Wish("t")))
    assert "互为原料" in lines[0]
    hides = shipped_at(DATE)
    assert none.block_lines(hides, rungs("dhide", "")) == [
        "国产驴皮在资料中没有可用的工艺路线。",
        "国产驴皮只随驴肉一起产出，而其生产企业没有登记。",
        "资料里没有打通的办法，只能外购。",
    ]


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("t", demand=-1.0), "T的年产量要大于 0，且不能无限大。"),
        (Wish("t", demand=float("inf")), "T的年产量要大于 0，且不能无限大。"),
        (Wish("t", costs={"t": -3.0}), "T的造价不能小于 0，也不能无限大。"),
        (Wish("t", stand_in=-1.0), "造价不详时的替代值不能小于 0，也不能无限大。"),
    ],
)
def test_figures_that_cannot_be_are_refused_in_words(wish: Wish, words: str) -> None:
    found = small()
    with pytest.raises(ProblemError) as error:
        closing_plans(found, wish)
    assert none.refused(found, error.value) == words


@pytest.mark.parametrize(
    ("made", "least", "words"),
    [
        (10.0, 5.0, "本地需 10 万吨，够建一套（最小 5 万吨）"),
        (2.0, 5.0, "本地需 2 万吨，只够最小规模 5 万吨 的 40%，其余要外销"),
        (None, 5.0, "本地有用户，用量不详；最小规模 5 万吨"),
        (2.0, None, "本地需 2 万吨；最小规模不详"),
    ],
)
def test_local_need_against_the_least_plant(
    made: float | None, least: float | None, words: str
) -> None:
    scale = Scale(least, "万吨/年") if least else None
    link = replace(product("a", route("r")), scale_min=scale)
    products = [product("t", route("a")), link, product("r", raw=True)]
    found = reading(atlas(products, [maker("f", "t", made)]))
    plan = closing_plans(found, Wish("a")).plans[0]
    assert links.need_words(plan.links[0].need) == words
