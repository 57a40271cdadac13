"""The one sentence on the shipped data and on small cases: nothing that is not known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Status
from liantu.model.verification import Answer, Reply
from liantu.telling.answer import answer
from liantu.telling.whom import counties_to_ask
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

DAY = "2022-12-31"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "phenol",
            "苯酚：疑似短链·向上（上游延伸）。双酚A（鲁西集团，20 万吨/年）年需 17 万吨，"
            "联产丙酮 5.3 万吨，全部外购；本地未见企业，待高新区核实。",
        ),
        (
            "acetone",
            "丙酮：疑似短链·向上（上游延伸）。双酚A（鲁西集团，20 万吨/年）年需 5.3 万吨，"
            "全部外购；随苯酚联产，与它同列一行；本地未见企业，待高新区核实。",
        ),
        (
            "chexone",
            "环己酮：疑似短链·向上（上游延伸）。环己酮肟（鲁西集团，产能不详）年需 "
            "≥ 17.7 万吨（推算），全部外购；本地未见企业在产（鲁西集团在建），待高新区核实。",
        ),
        (
            "bpa",
            "双酚A：在产。鲁西集团 20 万吨/年；本地年需 18.1 万吨，余 1.9 万吨；"
            "所用苯酚、丙酮本地未见、靠外购。",
        ),
        (
            "pickled",
            "酸洗卷：细链（细链增粗）。冠洲集团 180 万吨/年；本地年需 224 万吨，缺 44.4 万吨。",
        ),
        (
            "naoh",
            "烧碱(折100%)：细链（细链增粗）。信发华兴等 2 家在产，合计 70 万吨/年；"
            "本地年需 ≥ 98.7 万吨（推算），缺 ≥ 28.7 万吨。",
        ),
        ("bauxite", "铝土矿：市外调入。资料列为外来原料，不算缺口。"),
        ("c2h2", "乙炔：装置内自供。由氯乙烯的装置自产自用，不算缺口。"),
    ],
)
def test_the_shipped_data_answer_word_for_word(asked: str, said: str) -> None:
    assert answer(shipped_at(DAY), asked) == said


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        (
            "hrc",
            ("短链·向上，政策约束（原料稳供）", "炼铁炼钢已全部拆除", "市工信局公示", "≥ 184 万吨"),
        ),
        ("alsheet", ("疑似断链（断链连通）", "主材电解铝在本地（占 100%）", "待茌平区")),
        ("servo", ("疑似断链（技术短板）", "技术壁垒：", "用量不详")),
        ("leaf", ("疑似短链·向上（配套缺口）", "中通客车，产能不详", "待东昌府区核实")),
        ("pulp_bl", ("疑似短链·向上（原料稳供）", "外购路线，列入稳供")),
        ("lime", ("公用原料，列入稳供",)),
        ("pc_opt", ("疑似短链·向下（下游延伸）", "依托聚碳酸酯（鲁西集团），余量至多 20 万吨")),
        ("batfoil_al", ("疑似无链（无链生有）", "的关键环节", "隔一道工序依托电解铝")),
        ("pitch", ("未布局", "不列缺口")),
        ("cath", ("弱链（一年内停产）", "祥光铜业 2022-03 至 2022-05 停产", "停产则")),
        ("ringforg", ("群体在产", "临清轴承产业集群（2021）", "数量不详")),
        ("ga", ("副产。随氢氧化铝产出",)),
    ],
)
def test_every_kind_of_verdict_tells_what_decides_it(asked: str, parts: tuple[str, ...]) -> None:
    said = answer(shipped_at(DAY), asked)
    assert all(part in said for part in parts), said


def test_every_product_is_answered_shortly_and_without_loose_ends() -> None:
    space = shipped_at(DAY)
    said = [answer(space, product) for product in space.verdicts]
    assert all(s.endswith("。") and "。。" not in s and "；。" not in s for s in said)
    assert not any("暂无" in s or "{" in s for s in said)
    assert sum(len(s) <= 80 for s in said) > 0.94 * len(said)
    assert max(map(len, said)) < 150


def small(*replies: Reply, status: Status = Status.OPERATING) -> Atlas:
    """X is made of nothing here and used by Y, which one firm in 甲县 makes."""
    rows = [maker("b", "y", 10.0)]
    if status is not Status.OPERATING:
        rows.append(maker("c", "x", 3.0, status=status))
    made = atlas([product("x", route("z")), product("y", route("x")), product("z")], rows)
    library = made.library
    region = replace(library.region, counties=("甲县", "乙县"))
    firms = {key: replace(e, county="甲县") for key, e in made.enterprises.items()}
    return replace(
        made,
        library=replace(library, region=region, edition=DAY),
        enterprises=firms,
        answers=replies,
    )


def said(*replies: Reply, status: Status = Status.OPERATING) -> str:
    return answer(_reading(*replies, status=status), "x")


def _reading(*replies: Reply, status: Status = Status.OPERATING) -> Reading:
    return reading(small(*replies, status=status), DAY)


def reply(county: str, told: Answer) -> Reply:
    return Reply("x", county, told, "2022-06-01")


def test_answers_of_the_counties_move_the_sentence() -> None:
    assert "疑似短链·向上" in said()
    assert said().endswith("本地未见企业，待甲县核实。")
    part = said(reply("甲县", Answer.NONE))
    assert "核实尚未答齐" in part
    assert "待甲县" not in part
    whole = said(reply("甲县", Answer.NONE), reply("乙县", Answer.NONE))
    assert "疑似" not in whole
    assert whole.endswith("各县市区已答复，本地确认无。")
    found = said(reply("乙县", Answer.MADE))
    assert "群体在产。乙县 2022-06-01答复称本地在产" in found


def test_what_is_being_built_is_told_and_is_no_supply() -> None:
    words = said(status=Status.BUILDING)
    assert "全部外购" in words
    assert "本地未见企业在产（c在建）" in words


def test_who_has_answered_is_not_asked_again() -> None:
    found = _reading(reply("甲县", Answer.NONE))
    assert counties_to_ask(found, found.verdicts["x"]) == ()
    found = _reading()
    assert counties_to_ask(found, found.verdicts["x"]) == ("甲县",)


@pytest.mark.parametrize(("as_of", "said"), [("2022", "（e在建）"), ("2024", "未见企业，")])
def test_what_is_first_told_later_is_not_under_way(as_of: str, said: str) -> None:
    building = maker("e", "b", status=Status.BUILDING, as_of=as_of)
    small = atlas([product("b"), product("u", route("b"))], [maker("f", "u", 1.0), building])
    assert said in answer(reading(small, DAY), "b")
