"""What is said of who could step in."""

from __future__ import annotations

from dataclasses import replace

from liantu.model.drill import Drill, Shock, ShockKind
from liantu.telling.dossiers.enterprise import enterprise_dossier
from liantu.telling.dossiers.product import product_dossier
from liantu.telling.shocks.backup import cell, headline, lines
from tests.helpers.readings import shipped_at


def test_the_answer_comes_first_and_says_when_nobody_is_reliable() -> None:
    shipped = shipped_at("2022-12")
    said = headline(shipped, "bodyframe", {"huilong"})
    assert said == "没有可靠的备份；可问：时风集团、财源机械、金帝股份"
    assert headline(shipped, "bpa", {"luxi"}) == "没有可靠的备份，只能市外采购"
    assert headline(shipped, "hide") == "本地不产，只能换市外货源"
    assert cell(shipped, "ball") == "东阿钢球、海鸥滚动体、华涛钢球"
    assert cell(shipped, "dgbb", {"yujiezhoucheng"}).startswith("可谈：泰华轴承")


def test_each_says_why_and_who_sees_to_it() -> None:
    shipped = shipped_at("2022-12")
    told = {line.words: line for line in lines(shipped, "dgbb", shipped.verdicts["dgbb"].makers)}
    other = told["泰华轴承（临清市）"]
    assert other.figure == "可谈"
    assert other.doubt
    assert other.remark == (
        "产圆锥滚子轴承，与深沟球轴承同属“滚动轴承制造”，主材同为成品套圈、冲压钢保持架"
        " · 由临清市联系"
    )
    assert "市外采购" in told


def test_the_inspector_has_it_of_what_one_firm_alone_makes() -> None:
    shipped = shipped_at("2022-12")
    parts = {p.id: p for p in product_dossier(shipped, "bodyframe").parts}
    assert parts["ui.part.backup"].folded
    assert parts["ui.part.backup"].gist == "可问：时风集团、财源机械、金帝股份"
    assert "ui.part.backup" not in {p.id for p in product_dossier(shipped, "ball").parts}
    own = {p.id: p for p in enterprise_dossier(shipped, "huilong").parts}
    assert [line.words for line in own["ui.part.backup"].lines] == ["客车骨架"]


def test_the_inspector_has_it_of_what_fails_in_a_drill() -> None:
    """Balls have three makers: the part appears when one of them fails, without that one."""
    shipped = shipped_at("2022-12")
    maker = shipped.verdicts["ball"].makers[0]
    drill = Drill(shocks=(Shock(ShockKind.ENTERPRISE, maker),))
    stopped = shipped.under(replace(shipped.scenario, drill=drill))
    parts = {p.id: p for p in product_dossier(stopped, "ball").parts}
    assert parts["ui.part.backup"].gist == "海鸥滚动体、华涛钢球"
    own = {p.id: p for p in enterprise_dossier(stopped, maker).parts}
    assert "ui.part.backup" not in {p.id for p in enterprise_dossier(shipped, maker).parts}
    assert "ui.part.backup" not in own, "two others make balls, so that nobody stands still"
    drill = Drill(shocks=(Shock(ShockKind.PRODUCT, "ball"),))
    stopped = shipped.under(replace(shipped.scenario, drill=drill))
    own = {p.id: p for p in enterprise_dossier(stopped, maker).parts}
    assert [line.words for line in own["ui.part.backup"].lines] == ["轴承钢球"]
