"""巡链一页纸 is one page that leaves no class out."""

from __future__ import annotations

from io import BytesIO

import pypdf
import pytest

from liantu.briefing.asked import questions
from liantu.briefing.blocks import Items, Paragraph, Table
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.papers import one_page
from liantu.briefing.typeset import to_pdf
from liantu.briefing.visit import visit
from liantu.model.boards import Board
from tests.helpers.atlases import atlas, declared, maker, product, route
from tests.helpers.papers import found, words_of
from tests.helpers.readings import reading


@pytest.mark.parametrize("chain", ["pc-nylon", "it", "soy"])
def test_a_visit_is_one_page(chain: str) -> None:
    page = visit(found(), Order(chains=(chain,)))
    data = to_pdf(page, Office(), one_page(page, Office()))
    assert len(pypdf.PdfReader(BytesIO(data)).pages) == 1
    assert "问什么" in words_of(data)


def test_what_is_suspected_is_asked_about_and_never_said_to_be_absent() -> None:
    reading = found()
    lines = questions(reading, reading.atlas.chains["pc-nylon"])
    assert "鲁西集团：环己酮现在从哪里买，年用量和到厂价多少？本地是否已有企业在做？" in lines
    assert not any(word in line for line in lines for word in ("没有企业", "确认无", "暂无"))


def test_a_confirmed_gap_is_asked_about_as_a_gap() -> None:
    small = declared(atlas([product("x"), product("y", route("x"))], [maker("a", "y", 5.0)]))
    (line, *_) = questions(reading(small), small.chains["c"])
    assert line == "a：X现在从哪里买，年用量和到厂价多少？愿不愿意在本地建？"


def test_a_sole_maker_is_asked_whether_there_are_others() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("x"))],
        [maker("a", "x", 5.0), maker("b", "y", 1.0), maker("c", "z", 1.0)],
    )
    lines = questions(reading(small), small.chains["c"])
    assert "a：资料里X只有贵公司一家，是否还有别家？检修停产时怎么保供，库存够几天？" in lines


def test_the_page_tells_confirmed_and_asked_apart() -> None:
    page = visit(found(), Order(chains=("pc-nylon",)))
    words = "".join(b.text for b in page.blocks if isinstance(b, Paragraph))
    fill = len(found().rows(Board.FILL, "pc-nylon"))
    assert f"补链榜已确认0项、待核实{fill}项" in words


def test_whom_to_meet_are_the_leaders_of_the_chain_first() -> None:
    page = visit(found(), Order(chains=("nev",)))
    (meet,) = [b for b in page.blocks if isinstance(b, Items) and not b.ordered]
    assert meet.lines[0] == "链主中通客车（东昌府区）：在产关键环节纯电动客车、新能源专用车"
    assert not any("众达" in line or "中正" in line for line in meet.lines)


def test_the_key_links_of_the_chain_stand_on_the_page() -> None:
    page = visit(found(), Order(chains=("pc-nylon",)))
    (table,) = [b for b in page.blocks if isinstance(b, Table) and b.caption == "关键环节"]
    cells = [tuple(row[at : at + 3]) for row in table.rows for at in (0, 3)]
    assert ("双酚A", "在产", "鲁西集团（高新区）") in cells
    assert ("苯酚", "疑似短链·向上", "需要：双酚A") in cells
    assert len(cells) == len(found().atlas.chains["pc-nylon"].key)
