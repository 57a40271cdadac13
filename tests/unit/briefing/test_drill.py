"""断供演练 on one page, as a workbook and as slides: what is known, and what nobody knows."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import pypdf
import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Figure, Items, Paragraph, Report, Table
from liantu.briefing.drill import write
from liantu.briefing.drill_page import HITS, drill_paper
from liantu.briefing.drill_sheets import workbook
from liantu.library.importing.tables import tables_of
from liantu.model import Source
from liantu.model.drill import Drill, Measure, MeasureKind, Shock, ShockKind
from liantu.model.records import Supply, SupplyMode
from liantu.model.scenario import Scenario
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.papers import blocks
from tests.helpers.readings import loaded

pytestmark = pytest.mark.usefixtures("qapp")

STOP = Shock(ShockKind.ENTERPRISE, "a")
FIRMS = [maker("a", "x", 5.0), maker("b", "y", 1.0), maker("c", "z", 1.0)]
CHAIN = [product("x"), product("y", route("x")), product("z", route("y"))]


def city(drill: Drill, **deal: object) -> Reading:
    """a → b is on record with its source, b → c follows from who makes and who uses Y."""
    found = Supply("S1", "甲", SupplyMode.DIRECT, "x", "a", "b", sources=("s",))
    supply = replace(found, **deal)  # type: ignore[arg-type]
    source = Source("s", title="甲市年鉴", publisher="甲市人民政府", date="2022")
    whole = replace(atlas(CHAIN, FIRMS), supplies={"S1": supply}, sources={"s": source})
    return Reading.of(whole, Scenario(drill=drill))


def paper(reading: Reading) -> Report:
    assert reading.outage is not None
    return drill_paper(reading, reading.outage)


def table(report: Report, caption: str) -> Table:
    (found,) = [t for t in blocks(report, Table) if t.caption == caption]
    assert isinstance(found, Table)
    return found


def sheets(reading: Reading) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every sheet below its heads."""
    assert reading.outage is not None
    found = {}
    for each in tables_of(workbook(reading, reading.outage), "x.xlsx"):
        rows = [tuple(row) for row in each.rows]
        at = next(n for n, row in enumerate(rows) if row[0] == "序号")
        found[each.name] = [row[1:] for row in rows[at + 1 :] if isinstance(row[0], float)]
    return found


def test_what_is_on_record_and_what_is_deduced_stand_apart() -> None:
    made = paper(city(Drill((STOP,))))
    assert made.title == "断供演练单：a停产"
    assert table(made, "断料环节").rows == [
        ["b", "Y", "1", "a·X", "库存不详", "只能判断结构", "有据[1]"],
        ["c", "Z", "2", "b·Y", "库存不详", "只能判断结构", "推定"],
    ]
    (sources,) = [items for items in blocks(made, Items) if items.ordered]
    assert sources.lines[0].startswith("甲市年鉴，甲市人民政府")
    first = blocks(made, Paragraph)[0].text
    assert "2家企业" in first
    assert "1个为推定" in first
    (figure,) = blocks(made, Figure)
    assert made.pictures.keys() == {figure.name}


def test_known_stock_and_share_are_figures_and_are_not_asked_for() -> None:
    made = paper(city(Drill((STOP,)), share=1.0, stock_days=5.0))
    assert table(made, "断料环节").rows[0][4:6] == ["5天", "100%"]
    assert not any("问b" in line for items in blocks(made, Items) for line in items.lines)


def test_what_nobody_knows_is_asked_and_stays_empty_in_the_workbook() -> None:
    reading = city(Drill((STOP,)))
    lines = [line for items in blocks(paper(reading), Items) for line in items.lines]
    assert "问b：X从各家买的各占多少，库存够用几天？" in lines
    first, second = sheets(reading)["断供演练"]
    assert first[6:10] == (0.0, None, None, None)
    assert (first[11], second[11]) == ("有据", "推定")


def test_bounds_are_numbers_in_columns_of_their_own() -> None:
    found = sheets(city(Drill((STOP,), days=8), share=1.0, stock_days=5.0))
    assert found["断供演练"][0][6:10] == (5.0, 5.0, 1.0, 1.0)
    assert [row[:3] for row in found["按日"]][4:6] == [(4.0, 0.0, 0.0), (5.0, 1.0, 2.0)]


def test_measures_stand_on_their_day_with_who_sees_to_them() -> None:
    done = (
        Measure(MeasureKind.RESTORE, 3, "a", share=0.5, who="县工信局", note="先开一条线"),
        Measure(MeasureKind.NOTE, 1, note="每日报库存"),
    )
    reading = city(Drill((STOP,), done))
    days = table(paper(reading), "逐日安排").rows
    assert [row[0] for row in days] == ["第0天", "第1天", "第3天"]
    assert days[0][2:] == ["待定", "待定"]
    assert days[1][2:] == ["每日报库存", "待定"]
    assert days[2][2:] == ["a恢复到正常产出的50%（先开一条线）", "县工信局"]
    assert sheets(reading)["措施"] == [
        (1.0, "每日报库存", None),
        (3.0, "a恢复到正常产出的50%（先开一条线）", "县工信局"),
    ]


def test_the_day_on_which_it_goes_on_again_is_told() -> None:
    """What lasts from the third day for ten days."""
    made = paper(city(Drill((replace(STOP, start=3, days=10),)), share=1.0, stock_days=0.0))
    days = table(made, "逐日安排").rows
    assert [row[:2] for row in days] == [
        ["第3天", "b·Y、c·Z最早这天断料；断料环节最多2个"],
        ["第13天", "没有环节断料"],
    ]


def test_a_drill_that_stops_nothing_says_so() -> None:
    made = paper(city(Drill((Shock(ShockKind.ENTERPRISE, "c"),))))
    assert "未见本地环节因此断料" in blocks(made, Paragraph)[0].text
    assert not [t for t in blocks(made, Table) if t.caption == "断料环节"]


def test_the_map_is_that_of_the_drill_that_is_told() -> None:
    """A drill that is not the scenario's own gives the same page."""
    own, other = city(Drill((STOP,))), city(Drill())
    made = drill_paper(other, other.outage_of(Drill((STOP,))))
    assert made.pictures == paper(own).pictures


# -- on the shipped data


@cache
def huilong() -> Reading:
    base = loaded().atlas
    return Reading.of(base, base.scenarios["huilong"])


def test_the_case_of_2022_with_its_source_and_its_measure() -> None:
    made = paper(huilong())
    rows = table(made, "断料环节").rows
    assert [row[:2] for row in rows if row[-1] == "有据[1]"] == [
        ["中通客车", "纯电动客车"],
        ["中通客车", "燃油混动客车"],
    ]
    assert rows[-1][0] == "中通轻客"
    assert rows[-1][-1] == "推定"
    (sources,) = [items for items in blocks(made, Items) if items.ordered]
    assert "聊城日报" in sources.lines[0]
    measure = table(made, "逐日安排").rows[-1]
    assert "恢复到正常产出的50%" in measure[2]
    assert "演练的假定" in measure[2]
    assert measure[1] == "没有环节全停，3个环节供料不足"


def test_many_hits_are_still_one_page(tmp_path: Path) -> None:
    shipped = huilong()
    coal = Drill((Shock(ShockKind.OUTSIDE, "coal"),))
    reading = shipped.under(replace(shipped.scenario, drill=coal))
    assert reading.outage is not None
    data = write(reading, reading.outage, tmp_path / "x.pdf").read_bytes()
    pages = pypdf.PdfReader(BytesIO(data)).pages
    assert len(pages) == 1
    words = re.sub(r"\s", "", pages[0].extract_text())
    more = len(reading.outage.hits) - HITS
    assert more > 0
    assert f"另{more}项见附表。" in words
    assert len(sheets(reading)["断供演练"]) == len(reading.outage.hits)


def test_the_document_holds_the_same_tables(tmp_path: Path) -> None:
    reading = huilong()
    assert reading.outage is not None
    path = write(reading, reading.outage, tmp_path / "x.docx")
    made = docx.Document(str(path))
    cells = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert cells[1][:2] == ["中通客车", "纯电动客车"]
    assert len(made.inline_shapes) == 1


def test_the_slides_begin_with_the_map_and_what_it_shows(tmp_path: Path) -> None:
    from pptx import Presentation

    reading = huilong()
    assert reading.outage is not None
    show = Presentation(str(write(reading, reading.outage, tmp_path / "x.pptx")))
    first, second, *_ = show.slides
    assert first.shapes.title.text == "断供演练单：汇隆停产"
    assert any(shape.shape_type == 13 for shape in first.shapes), "a picture"
    assert second.shapes.title.text == "断料环节"
