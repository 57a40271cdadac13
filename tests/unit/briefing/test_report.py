"""The briefing: complete, searchable, captioned."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdf

from liantu.briefing.blocks import Heading, Items, Numbers, Paragraph, Table
from liantu.briefing.office import SHEETS, VISIT, Office, Style
from liantu.briefing.order import Order
from liantu.briefing.papers import one_page
from liantu.briefing.prose import official
from liantu.briefing.report import briefing
from liantu.briefing.typeset import to_pdf
from liantu.briefing.visit import visit
from liantu.diagram import measure
from liantu.library import load
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.standing import coverage_sentence
from tests.helpers.folders import CHAIN, write
from tests.helpers.papers import blocks, found, pdf, shipped, words_of
from tests.helpers.readings import reading


def test_the_same_briefing_twice_and_everything_is_found() -> None:
    data = pdf("pc-nylon")
    assert data == pdf("pc-nylon")
    text = words_of(data)
    parts = (
        "目录",
        "摘要",
        "先办三件事",
        "与上年同期相比",
        "基本情况",
        "主要问题",
        "任务分工",
        "请求支持事项",
        "补链榜",
        "摸底任务单",
        "口径与方法",
        "资料说明",
        "来源",
    )
    for part in parts:
        assert part in text
    report = briefing(found(), Order(chains=("pc-nylon",)))
    cells = {cell for table in blocks(report, Table) for row in table.rows for cell in row}
    for cell in cells:
        assert re.sub(r"\s", "", cell) in text


def test_every_chain_can_be_briefed() -> None:
    report = briefing(found(), Order(chains=tuple(shipped().chains)))
    titles = [block.text for block in blocks(report, Heading) if block.level == 1]
    assert titles[2:22] == [official(chain.name) for chain in shipped().chains.values()]
    assert sum(name.startswith("board-") for name in report.pictures) == 20
    overview = next(t for t in blocks(report, Table) if "各产业链总览" in t.caption)
    plain = SHEETS[Style.PLAIN]
    unit = (210 - plain.left - plain.right) / 25.4 * 72 / sum(overview.widths)
    for row in (overview.head, *overview.rows):
        for words, share in zip(row, overview.widths, strict=True):
            wide = measure.width(words, plain.table, bold=row is overview.head)
            assert wide <= share * unit - 8, words
    counted = dict(zip(overview.head, overview.rows[-1], strict=True))
    for board in ("补链", "延链"):
        caption = next(t.caption for t in blocks(report, Table) if f"聊城市{board}榜" in t.caption)
        assert f"待核实（{counted[board].removeprefix('0+')}项）" in caption
    assert len(overview.rows) == 21, "the chains, and the city counted once"


def test_clusters_are_printed_with_their_titles_and_sources() -> None:
    report = briefing(found(), Order(chains=("sheet",)))
    (table,) = [t for t in blocks(report, Table) if "产业集群" in t.caption]
    row = next(row for row in table.rows if "延链绿色智造" in row[0])
    assert row[1:3] == ["冠县", "省级特色产业集群（2022年）、市级特色产业集群（2022年）"]
    assert row[3] == "不详", "an unknown size is said to be unknown"
    assert re.fullmatch(r"\[\d+\]", row[5])
    told = [line for block in blocks(report, Items) for line in block.lines]
    assert any("2022年度聊城市特色产业集群名单" in line for line in told)
    rows = LISTS["clusters"].rows(found(), Scope(chains=("sheet",)))
    assert {row.chain for row in rows} == {"精品钢板"}
    assert len(rows) == len(table.rows)


def test_captions_are_numbered_and_tell_date_and_source() -> None:
    report = briefing(found(), Order(chains=("pc-nylon",)))
    captions = [block.caption for block in blocks(report, Table)]
    assert captions[0] == "表1 先办三件事（口径日期2022年10月26日，来源见文末）"
    assert [c.split(" ")[0] for c in captions] == [f"表{n + 1}" for n in range(len(captions))]
    plain = briefing(found(), Order(chains=("pc-nylon",), office=Office(captions=False)))
    assert blocks(plain, Table)[0].caption == "先办三件事"


def test_what_changed_names_bpa() -> None:
    report = briefing(found(), Order(chains=("pc-nylon",), office=Office(since="2022-10-25")))
    words = "".join(block.text for block in blocks(report, Paragraph))
    assert "与2022年10月25日相比" in words
    assert "新增在产：双酚A（鲁西集团）。" in words
    assert "苯酚由疑似无链变为疑似短链·向上" in words


def test_every_page_tells_how_much_of_the_city_is_recorded() -> None:
    foot = re.sub(r"\s", "", coverage_sentence(found()))
    for data in (pdf("soy"), pdf("soy", office=Office(Style.OFFICIAL, fold=True))):
        cover, contents, *pages = pypdf.PdfReader(BytesIO(data)).pages
        for page in (cover, contents, *pages):
            assert foot in re.sub(r"\s", "", page.extract_text())


def test_the_method_gives_the_weights_of_each_board_and_strict_closure() -> None:
    report = briefing(found(), Order(chains=("pc-nylon",)))
    told = [line for block in blocks(report, Items) for line in block.lines]
    assert any(line.startswith("补链榜本次权重：需求30，就绪20") for line in told)
    assert any(line.startswith("强链榜本次权重：牵连50") for line in told)
    closure = found().summary("pc-nylon").closure
    said = [block.text for block in blocks(report, Paragraph)]
    assert f"严格闭合：聚碳酸酯·尼龙{closure.part}/{closure.whole}。" in said
    head = [b for b in report.blocks if isinstance(b, Numbers)]
    assert "闭合" not in "".join(label for block in head for label, _ in block.pairs)


def test_no_paper_says_that_something_is_locally_absent_without_an_answer() -> None:
    words = words_of(pdf("nev"))
    assert "本地暂无" not in words
    assert "功能闭合" not in words
    for word in ("断链", "短链·向上", "短链·向下"):
        cells = [
            cell
            for table in blocks(briefing(found(), Order(chains=("nev",))), Table)
            for row in table.rows
            for cell in row
        ]
        assert word not in cells
        assert f"疑似{word}" in cells


def test_official_pages_fold_out_and_bear_the_mark() -> None:
    office = Office(Style.OFFICIAL, mark=True, fold=True)
    pages = pypdf.PdfReader(BytesIO(pdf("soy", office=office))).pages
    assert "内部" in pages[0].extract_text()
    sizes = {tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:]) for page in pages}
    assert sizes == {(210, 297), (420, 297)}


def test_drawn_pages_bear_the_number_of_the_paper_alone() -> None:
    for office in (Office(), Office(fold=True)):
        pages = pypdf.PdfReader(BytesIO(pdf("pc-nylon", office=office))).pages
        words = [re.sub(r"\s", "", page.extract_text()) for page in pages]
        drawn = [at for at, told in enumerate(words, 1) if "产业链图谱" in told]
        assert drawn
        for at in drawn:
            assert re.search(r"第\d+页，共\d+页", words[at - 1]) is None
            assert words[at - 1].endswith(str(at))


def test_the_mark_of_a_drawn_page_stands_above_its_head() -> None:
    data = pdf("pc-nylon", office=Office(mark=True))
    page = pypdf.PdfReader(BytesIO(data)).pages[1]
    heights: dict[str, float] = {}

    def seen(words: str, cm: list[float], tm: list[float], *_: object) -> None:
        if words.strip():
            heights[words.strip()] = cm[5] + cm[3] * tm[5]

    page.extract_text(visitor_text=seen)
    mark = heights.pop("内部")
    assert mark > max(heights.values()) + 7


def test_a_short_paper_of_several_pages_counts_them() -> None:
    report = briefing(found(), Order(chains=("al",)))
    data = to_pdf(replace(report, contents=False), Office())
    words = [page.extract_text().split() for page in pypdf.PdfReader(BytesIO(data)).pages]
    upright = [at for at, told in enumerate(words, 1) if f"{at}/{len(words)}" in told]
    assert len(upright) > 2
    one = to_pdf(visit(found(), Order(chains=("al",))), Office(), VISIT)
    assert not re.search(r"\b1/1\b", words_of(one))


def test_the_author_is_the_office_that_issues_it_else_the_region() -> None:
    for issuer, author in (("某市工信局", "某市工信局"), ("", "聊城市")):
        data = pdf("al", office=Office(Style.OFFICIAL, issuer=issuer))
        about = pypdf.PdfReader(BytesIO(data)).metadata
        assert about is not None
        assert about.author == author


def test_free_text_of_the_office_goes_into_the_plan(tmp_path: Path) -> None:
    plan = "  plan:\n    - {title: 保障措施, text: 专班每月调度一次。}\n"
    told = CHAIN.replace("  members:", f"{plan}  members:", 1)
    atlas = load(write(tmp_path, {"01-resin.yaml": told})).atlas
    report = briefing(reading(atlas), Order(chains=("resin",)))
    assert "保障措施" in [block.text for block in blocks(report, Heading)]
    assert "专班每月调度一次。" in [block.text for block in blocks(report, Paragraph)]


def test_an_empty_chain_says_none(tmp_path: Path) -> None:
    empty = CHAIN.split("  members:")[0] + "  members: {}\n"
    atlas = load(write(tmp_path, {"01-resin.yaml": empty, "enterprises.yaml": "format: 1\n"})).atlas
    found_ = reading(atlas)
    text = words_of(to_pdf(briefing(found_, Order(chains=("resin",))), Office()))
    assert "三张榜上都没有这条链的环节" in text
    page = visit(found_, Order(chains=("resin",)))
    assert "资料中没有这条链的企业" in words_of(to_pdf(page, Office(), one_page(page, Office())))


def test_the_title_names_the_only_chain() -> None:
    one = briefing(found(), Order(chains=("nev",)))
    both = briefing(found(), Order(chains=("nev", "al")))
    assert (one.title, both.title) == ("聊城市新能源汽车产业链诊链简报", "聊城市重点产业链诊链简报")


def test_a_long_title_breaks_before_what_kind_of_paper_it_is() -> None:
    paper = visit(found(), Order(chains=("al",)))
    for count in range(24, 32):
        title = "长" * count + "诊链简报"
        data = to_pdf(replace(paper, title=title), Office(), VISIT)
        told = pypdf.PdfReader(BytesIO(data)).pages[0].extract_text()
        ends = [line.strip() for line in told.split("\n") if line.strip().endswith("报")]
        assert ends
        assert all(line.endswith("诊链简报") for line in ends), count
