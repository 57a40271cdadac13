"""The values of the charts are those of the reading, and each says its finding."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.reading import Reading
from liantu.model import Phase, Project, Status
from liantu.model.classes import ACTED_ON
from liantu.model.standing import Certainty
from liantu.telling.charts.bars import year_of
from liantu.telling.charts.catalogue import CHARTS, ChartName, chart
from liantu.telling.charts.counties import tiles
from liantu.telling.charts.gantt import gantt
from liantu.telling.charts.heat import heat
from liantu.telling.charts.matrix import matrix
from liantu.telling.charts.model import Cell, Grid
from liantu.telling.charts.network import network
from liantu.telling.charts.radar import radar
from liantu.telling.charts.sankey import sankey
from liantu.telling.charts.sole import city as city_sole
from liantu.telling.charts.sole import sole
from liantu.telling.charts.supply import supplies
from liantu.telling.charts.trend import trend
from liantu.telling.figures import compact
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

OCTOBER = "2022-10-26"
CITY = shipped_at(OCTOBER)
CHAINS = tuple(CITY.atlas.chains)


def every() -> list[tuple[ChartName, str]]:
    return [(n, c) for n, k in CHARTS.items() for c in (CHAINS if k.of_chain else ("",))]


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (17290.0, "吨/年", "1.73万吨"),
        (25810.0, "吨/年", "2.58万吨"),
        (123_456_789.0, "吨/年", "1.23亿吨"),
        (64002.0, "万立方米/年", "6.4亿立方米"),
        (0.07, "万吨/年", "700吨"),
        (304.94, "万吨/年", "305万吨"),
        (3.0, "GWh/年", "3GWh"),
        (30000.0, "辆/年", "3万辆"),
        (0.4, "亿套/年", "4000万套"),
    ],
)
def test_amounts_read_in_ten_thousands_and_never_with_an_exponent(
    value: float, unit: str, told: str
) -> None:
    assert compact(value, unit) == told
    assert compact(value, unit, least=True) == f"≥{told}"


@pytest.mark.parametrize(("name", "chain"), every())
def test_every_chart_says_its_finding(name: ChartName, chain: str) -> None:
    found = chart(CITY, name, chain)
    assert found.title
    assert found.finding.endswith("。")
    assert "{" not in found.finding + found.note
    assert "e+" not in found.finding + found.note


def test_a_city_without_data_says_so_instead_of_drawing() -> None:
    empty = Reading.nothing()
    for name, kind in CHARTS.items():
        if not kind.of_chain:
            found = chart(empty, name)
            assert found.empty, name
            assert found.finding.endswith("。")


def test_bars_are_needs_and_supplies_of_the_balance() -> None:
    bars = {b.name: b for b in supplies(CITY, "pc-nylon").bars}
    assert (bars["双酚A"].needed, bars["双酚A"].supplied) == ("18.1万吨", "20万吨")
    assert bars["双酚A"].told == "余 1.9万吨"
    assert not bars["双酚A"].short
    lacking = bars["苯酚"]
    assert (lacking.need, lacking.supply, lacking.told) == (17.0, 0.0, "缺 17万吨")
    assert lacking.suspected
    assert lacking.supplied == "未见记录"
    assert lacking.aim.target is not None
    assert lacking.aim.target.id == "phenol"


def test_an_unknown_supply_gives_no_bar_but_is_counted() -> None:
    found = supplies(CITY, "pc-nylon")
    assert "光气" not in {b.name for b in found.bars}
    assert "个环节供给或需求不详" in found.note


def test_a_lower_bound_of_the_supply_gives_a_bar_only_where_it_suffices() -> None:
    bars = {b.name: b for b in supplies(CITY, "al").bars}
    assert bars["氧化铝"].told == "余 ≥395万吨"
    products = [product("x"), product("y", route("x"))]
    firms = [maker("a", "x", 1.0), maker("b", "x"), maker("c", "y", 10.0)]
    bounded = supplies(reading(atlas(products, firms, {"up": "x", "down": "y"})), "c")
    assert bounded.empty


def test_what_policy_closes_is_bought_and_no_gap() -> None:
    december = shipped_at()
    found = supplies(december, "nev")
    steel = next(b for b in found.bars if b.name == "热轧钢卷")
    assert (steel.policy, steel.short, steel.supplied) == (True, False, "政策约束")
    assert steel.told.startswith("外购")
    assert "热轧钢卷（缺" not in found.finding
    assert "受政策约束不能新建，由市外稳供，不算缺口。" in found.finding
    assert found.bars[-1].policy
    node = next(n for n in sankey(december, "sheet").nodes if n.name == "热轧钢卷")
    assert (node.policy, node.lack) == (True, 0.0)


def test_what_lacks_most_stands_first() -> None:
    bars = supplies(CITY, "pc-nylon").bars
    assert [b.short for b in bars] == sorted((b.short for b in bars), reverse=True)
    assert bars[0].name == "环己酮"


def test_flows_are_those_of_the_balance() -> None:
    found = sankey(CITY, "pc-nylon")
    flows = {(f.source, f.target): f.amount for f in found.flows}
    assert flows["phenol", "bpa"] == pytest.approx(170_000)
    assert flows["bpa", "pc"] == pytest.approx(181_000)
    nodes = {n.product: n for n in found.nodes}
    assert nodes["phenol"].share == 1.0
    assert nodes["phenol"].suspected
    assert nodes["bpa"].lack == 0
    assert nodes["phenol"].depth < nodes["bpa"].depth < nodes["pc"].depth
    assert {p for pair in flows for p in pair} == nodes.keys()


def test_flows_in_a_circle_end() -> None:
    products = [product("x", route("y")), product("y", route("x"))]
    firms = [maker("a", "x", 1.0), maker("b", "y", 1.0)]
    found = sankey(reading(atlas(products, firms, {"up": "x y"})), "c")
    assert {(f.source, f.target) for f in found.flows} == {("x", "y"), ("y", "x")}


def test_a_chain_of_pieces_has_no_flows_and_says_so() -> None:
    found = sankey(CITY, "nev")
    assert found.empty
    assert "没有已知用量" in found.finding


@pytest.mark.parametrize(
    ("date", "year"), [("2022", 2022.5), ("2022-07", 2022.5), ("2022-01-01", 2022.0), ("", None)]
)
def test_dates_become_years(date: str, year: float | None) -> None:
    assert year_of(date) == (pytest.approx(year) if year else None)


def test_the_rows_of_a_firm_and_product_are_one() -> None:
    rows = [row for row in gantt(CITY, "pc-nylon").rows if row.name.startswith("己内酰胺（")]
    assert len(rows) == 1
    (row,) = rows
    assert [span.words for span in row.spans] == ["10万吨", "20万吨", "30万吨"]
    assert all(a.end <= b.start for a, b in zip(row.spans, row.spans[1:], strict=False) if a.end)
    assert row.told == "20万吨"


def test_a_project_told_later_is_no_project_of_the_date() -> None:
    city = atlas([product("x")], [], {"up": "x"})
    told = {"chain": "c", "enterprise": "", "as_of": "2024"}
    projects = {"p": Project("p", "后说的", Status.BUILDING, **told)}
    found = gantt(reading(replace(city, projects=projects), "2022-12"), "c")
    (row,) = found.rows
    assert row.later
    assert row.seen == 2024.5
    assert "在建" not in found.finding


def test_a_project_with_phases_has_their_spans_and_ends_are_never_invented() -> None:
    city = atlas([product("x")], [], {"up": "x"})
    phases = (
        Phase(Status.BUILDING, "x", since="2019"),
        Phase(Status.OPERATING, "x", since="2021-07"),
        Phase(Status.PLANNED, "x"),
    )
    projects = {"p": Project("p", "甲", Status.OPERATING, chain="c", phases=phases)}
    (row,) = gantt(reading(replace(city, projects=projects), "2022-12"), "c").rows
    spans = [(s.status, s.start, s.end) for s in row.spans]
    assert spans == [
        (Status.BUILDING, 2019.5, 2021.5),
        (Status.OPERATING, 2021.5, None),
    ]


def test_numbers_of_the_heat_map_are_the_counts_of_the_diagnosis() -> None:
    found = heat(CITY)
    row = CHAINS.index("pc-nylon")
    cells = {c.column: c for c in found.cells if c.row == row}
    ids = [m.product for m in CITY.atlas.chains["pc-nylon"].members()]
    verdicts = CITY.verdicts
    for column, word in enumerate(ACTED_ON):
        counted = [verdicts[p] for p in ids if p in verdicts and word in verdicts[p].words]
        sure = sum(v.certainty in (None, Certainty.CONFIRMED) for v in counted)
        doubtful = sum(v.certainty is Certainty.SUSPECTED for v in counted)
        told = [str(sure)] if sure else []
        told += [f"疑似{doubtful}"] if doubtful else []
        assert (cells[column].words if column in cells else "") == " · ".join(told)
        if column in cells:
            assert cells[column].hollow == bool(doubtful)
            assert (cells[column].aim.list, cells[column].aim.word) == ("products", word)


def cell(grid: Grid, row: str, column: str) -> Cell:
    at = [head.words for head in grid.rows].index(row)
    across = [head.words for head in grid.columns].index(column)
    return next(c for c in grid.cells if (c.row, c.column) == (at, across))


def test_chains_meet_counties_by_their_running_firms() -> None:
    found = cell(matrix(CITY), "铝", "茌平区")
    running = {
        m.enterprise.id for made in CITY.situation.made.values() for m in made if m.operating
    }
    firms = [
        f
        for f in CITY.summary("al").enterprises
        if CITY.atlas.enterprises[f].county == "茌平区" and f in running
    ]
    assert found.words == str(len(firms))
    assert (found.aim.chain, found.aim.county) == ("al", "茌平区")
    assert not found.hollow


def test_supplies_between_chains_are_those_of_the_feeds() -> None:
    found = cell(network(CITY), "煤盐氟硅化工", "橡塑助剂")
    feed = next(f for f in CITY.feeds if (f.source, f.target) == ("chem", "rubber"))
    assert found.words == str(len(feed.local)) == "8"
    assert found.aim.chain == "rubber"


def test_a_recorded_supply_is_darker_than_a_deduced_one() -> None:
    grid = network(CITY)
    noted = [c for c in grid.cells if "有记录 0 种" not in c.tip]
    deduced = [c for c in grid.cells if "有记录 0 种" in c.tip]
    assert noted
    assert deduced
    assert min(c.shade for c in noted) > max(c.shade for c in deduced)
    assert f"其中 {len(noted)} 对有供应记录" in grid.finding


def test_tiles_stand_where_the_library_puts_them() -> None:
    found = tiles(CITY)
    placed = {t.county: (t.row, t.column) for t in found.tiles}
    assert placed.keys() == set(CITY.atlas.library.region.counties)
    assert placed["临清市"] == (0, 0)
    assert placed["高唐县"] == (0, 3)
    recorded = sum(int(t.counted.split("/")[1].removesuffix("家")) for t in found.tiles)
    assert recorded == len(CITY.atlas.enterprises)
    assert "非地图" in found.title


def test_without_a_plan_every_county_has_a_tile() -> None:
    region = replace(CITY.atlas.library.region, grid=())
    library = replace(CITY.atlas.library, region=region)
    found = tiles(reading(replace(CITY.atlas, library=library), OCTOBER))
    assert {t.county for t in found.tiles} == set(region.counties)


def test_axes_are_the_shares_of_the_summary() -> None:
    axes = {a.name: a for a in radar(CITY, "pc-nylon").axes}
    span = CITY.summary("pc-nylon").span
    assert axes["环节覆盖"].share == span.seen / span.own
    assert axes["环节覆盖"].most == span.most / span.own
    assert axes["主材本地保障"].share == CITY.summary("pc-nylon").mains.share


def test_an_unknown_axis_is_said_and_not_zero() -> None:
    products = [product("x"), product("y", route("x"))]
    found = radar(reading(atlas(products, [maker("a", "y", 1.0)], {"up": "x", "down": "y"})), "c")
    axes = {a.name: a for a in found.axes}
    assert axes["主材本地保障"].share is None
    assert "不足 3 个" in axes["主材本地保障"].told
    assert "主材本地保障" in found.finding
    assert "不画" in found.finding


def test_sole_suppliers_are_tied_to_those_who_take_of_them() -> None:
    grid = sole(CITY, "nev")
    row = next(h.words for h in grid.rows if h.words.startswith("车身冲压件（"))
    users = {grid.columns[c.column].words for c in grid.cells if grid.rows[c.row].words == row}
    verdict = CITY.verdicts[
        next(v for v in CITY.verdicts if CITY.atlas.products[v].label == "车身冲压件")
    ]
    assert users == {CITY.atlas.products[u].label for u in verdict.uses}


def test_single_points_and_supplies_on_record_are_marked() -> None:
    """The frames of buses are on record, their panels deduced; both stop others alone."""
    grid = city_sole(shipped_at("2022-12-31"))
    row = {h.words: (at, h.end) for at, h in enumerate(grid.rows)}
    frame, panels = row["客车骨架（汇隆）"], row["车身冲压件（金帝股份）"]
    assert (frame[1], panels[1], row["柴油机（时风集团）"][1]) == ("单点", "单点", "")
    assert {c.hollow for c in grid.cells if c.row == frame[0]} == {False}
    assert {c.hollow for c in grid.cells if c.row == panels[0]} == {True}
    assert "供货有据" in next(c.tip for c in grid.cells if c.row == frame[0])
    assert {c.row for c in grid.cells} == set(range(len(grid.rows)))


def test_the_last_step_before_the_date_is_what_is_made_at_the_date() -> None:
    found = trend(CITY, "pc-nylon")
    ids = {m.product for m in CITY.atlas.chains["pc-nylon"].members()}
    past = [s for s in found.steps if not s.later]
    assert past[-1].count == sum(CITY.situation.is_local(p) for p in ids)
    assert "双酚A" in past[-1].told
    assert [s.date for s in found.steps] == sorted(s.date for s in found.steps)


def test_a_larger_plant_after_a_smaller_one_is_no_step() -> None:
    first = maker("a", "x", 10.0, since="2017", until="2018-06")
    item = first.capacities[0]
    second = replace(item, amount=20.0, since="2018-08", until="")
    firm = replace(first, capacities=(item, second))
    later = maker("b", "y", 1.0, since="2020-03")
    city = atlas([product("x"), product("y")], [firm, later], {"up": "x y"})
    found = trend(reading(city, "2022-12"), "c")
    assert [s.count for s in found.steps] == [0, 1, 2]


@pytest.mark.parametrize(
    ("name", "chain", "told"),
    [
        (ChartName.BALANCE, "brg", "供需两端有数的只有 1 个环节：轮毂轴承单元（缺 6万套）。"),
        (
            ChartName.SANKEY,
            "cable",
            "已知用量的物料流向只有 1 条：四氯化硅到光纤预制棒，每年 1810吨。",
        ),
        (ChartName.SOLE, "textile", "只有一家在产、又有本地用户的环节 1 个：印染布"),
        (ChartName.HEAT, "", "全市尚无已确认的断链；疑似断链 "),
    ],
)
def test_one_is_told_as_one_and_nothing_confirmed_as_nothing(
    name: ChartName, chain: str, told: str
) -> None:
    assert told in chart(CITY, name, chain).finding


def test_two_products_never_have_one_name() -> None:
    for name, chain in every():
        found = chart(CITY, name, chain)
        if isinstance(found, Grid):
            for heads in (found.rows, found.columns):
                assert len({h.words for h in heads}) == len(heads)
