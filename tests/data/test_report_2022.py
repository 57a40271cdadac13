"""The figures of the 2022 report: those that the data can support are computed again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from liantu.analysis.state import survey
from liantu.model import Atlas, Figure, Quantity, Status
from tests.data.test_shipped import shipped

DAY = "2022-10-26"


def atlas() -> Atlas:
    return shipped().atlas


def report() -> dict[str, Figure]:
    return {f.item: f for key, f in atlas().figures.items() if key.startswith("SF")}


def planned_and_running(product: str) -> float:
    rows = [c for _, c in atlas().makers[product] if c.status is not Status.STOPPED]
    return sum(c.amount or 0.0 for c in rows)


def operating(product: str, date: str) -> float:
    supply = survey(atlas(), date).supply(product)
    return supply.known if supply else 0.0


def first_day(product: str) -> str:
    rows = [c for _, c in atlas().makers[product] if c.status is Status.OPERATING]
    return min(c.since for c in rows if c.since)


def money(found: Quantity | None) -> float | None:
    return found.amount if found else None


def honoured(words: str) -> int:
    return sum(any(words in h.name for h in e.honours) for e in atlas().enterprises.values())


def clusters(words: str, year: str) -> int:
    """Clusters that were taken into a list in a year."""
    found = atlas().clusters.values()
    return sum(any(words in h.name and h.year == year for h in c.honours) for c in found)


def grade(product: str) -> str:
    """What stands in brackets in a name of the product."""
    found = (name.partition("(")[2].rstrip(")") for name in atlas().products[product].aka)
    return next(word for word in found if word)


COMPUTED: dict[str, Callable[[], object]] = {
    "双酚A项目总规模": lambda: planned_and_running("bpa"),
    "双酚A一期规模": lambda: operating("bpa", DAY),
    "报道口径年度": lambda: int(atlas().library.edition[:4]),
    "双酚A一期产品等级": lambda: grade("bpa"),
    "新入选省级特色产业集群": lambda: clusters("省级特色产业集群", "2022"),
    "新入选省“十强”产业雁阵形集群": lambda: clusters("雁阵形集群", "2022"),
    "双酚A一期开车成功日期": lambda: first_day("bpa"),
    "双酚A项目投产后年营业收入": lambda: money(atlas().projects["P001"].revenue),
    "双酚A项目投产后年利税": lambda: money(atlas().projects["P001"].profit_tax),
    "重点产业链条数": lambda: len(atlas().chains),
    "入选省“十强”产业集群领军企业库": lambda: honoured("领军企业库"),
}
"""Item of the report → the same figure from capacities, projects, chains and honours."""


@pytest.mark.parametrize("item", sorted(COMPUTED))
def test_figures_that_the_data_supports(item: str) -> None:
    figure = report()[item]
    expected: object = figure.amount if figure.amount is not None else figure.text
    assert COMPUTED[item]() == expected


def test_the_pipe_of_the_report_is_recorded() -> None:
    pipes = [s for s in atlas().supplies.values() if s.mode == "pipe"]
    assert [(s.product, s.supplier, s.customer) for s in pipes] == [("bpa", "luxi", "luxi")]


def test_the_smelting_that_left_is_recorded_as_stopped() -> None:
    assert "全部" in report()["钢铁产能退出"].text
    rows = [c for e in atlas().enterprises.values() if "鑫华特钢" in e.aka for c in e.capacities]
    assert [(c.product, c.status) for c in rows] == [("hotmetal", Status.STOPPED)]
    assert not survey(atlas(), DAY).is_local("hotmetal")


def test_the_named_directions_are_fields_of_chains() -> None:
    fields = {c.field for c in atlas().chains.values()}
    for word in ("有色金属", "新材料", "绿色化工", "装备制造", "生物医药"):
        assert word in report()["重点产业方向"].text
        assert any(word in field for field in fields)


def test_what_sources_say_differently_is_kept_and_not_counted() -> None:
    rows = [c for _, c in atlas().makers["pc"] if c.contested]
    assert [(c.amount, c.as_of) for c in rows] == [(30, "2022")]
    assert operating("pc", "2022-12-31") == 20


def test_every_figure_has_its_source_and_the_unsupported_ones_are_known() -> None:
    found = report()
    assert len(found) == 71
    assert all(f.sources for f in found.values())
    unsupported = found.keys() - COMPUTED.keys()
    assert len(unsupported) == 60, "counts of the whole city that need every enterprise"
