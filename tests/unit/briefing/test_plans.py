"""补链方案 on paper and as a workbook."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from liantu.analysis.plans.closing import ladder
from liantu.analysis.plans.plan import Plans, Wish
from liantu.briefing.blocks import Figure, Items, Paragraph, Table
from liantu.briefing.plans import report, workbook
from liantu.library.importing.tables import tables_of
from tests.helpers.papers import blocks
from tests.helpers.readings import shipped_at

DATE = "2022-12-31"


@cache
def rungs(target: str, within: str = "pc-nylon") -> Plans:
    return ladder(shipped_at(DATE), Wish(target, within=within))


def test_the_paper_begins_with_the_judgement_and_ends_with_the_basis() -> None:
    made = report(shipped_at(DATE), [rungs("pc")])
    assert made.title == "聚碳酸酯补链方案"
    words = [block.text for block in blocks(made, Paragraph)]
    assert words[0].startswith("聚碳酸酯本地已在产")
    assert words[-1].endswith("没有填的写不详。")
    assert any(line.startswith("资料截至2022年12月") for line in words)
    captions = [table.caption for table in blocks(made, Table)]
    assert captions == ["从外购到自建的几档", "要新建的环节", "要外购的产品"]
    (figure,) = blocks(made, Figure)
    assert made.pictures.keys() == {figure.name}
    assert blocks(made, Items)[0].lines[0].startswith("聚碳酸酯：本地在产")


def test_the_chosen_plan_is_told_in_full() -> None:
    made = report(shipped_at(DATE), [rungs("pc")], at=1)
    links = blocks(made, Table)[1]
    assert [row[1] for row in links.rows] == ["苯酚"]


def test_no_plan_is_a_paper_with_reasons() -> None:
    made = report(shipped_at(DATE), [rungs("dhide", "")])
    assert blocks(made, Table) == []
    assert len(blocks(made, Items)[0].lines) == 3


def test_the_scenario_stands_on_the_paper() -> None:
    plain = shipped_at(DATE)
    found = plain.under(replace(plain.scenario, name="扩产", external=("phenol",)))
    made = report(found, [ladder(found, Wish("bpa", within="pc-nylon"))])
    words = [block.text for block in blocks(made, Paragraph)]
    assert any(line.startswith("情景：") and "苯酚" in line for line in words)
    assert not any(
        block.text.startswith("情景：") for block in blocks(report(plain, [rungs("pc")]), Paragraph)
    )


def test_several_targets_are_one_paper() -> None:
    made = report(shipped_at(DATE), [rungs("phenol"), rungs("epoxy")])
    assert made.title == "聊城市补链方案（2个环节）" or "2 个环节" in made.title
    assert len(blocks(made, Figure)) == 2


def test_the_workbook_has_every_plan_link_and_purchase() -> None:
    cells = {t.name: t.rows for t in tables_of(workbook(shipped_at(DATE), [rungs("pc")]), "x")}
    assert list(cells) == ["目录", "方案", "新建环节", "外购"]
    data = {name: [r for r in rows if isinstance(r[0], float)] for name, rows in cells.items()}
    assert [row[3] for row in data["方案"]] == ["全部外购", "部分自建", "全部自建"]
    assert [row[4] for row in data["新建环节"]] == ["苯酚", "苯酚", "对叔丁基苯酚"]
    assert data["新建环节"][0][8] in (None, "")
