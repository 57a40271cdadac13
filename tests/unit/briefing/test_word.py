"""The briefing in Word: what its XML promises to Word and WPS."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import pytest
from PIL import Image

from liantu.briefing.blocks import Figure, Heading, Items, Numbers, Paragraph, Table
from liantu.briefing.office import SHEETS, VISIT, Office, Style
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import put
from liantu.briefing.report import briefing
from liantu.briefing.word import to_docx
from tests.helpers.papers import blocks, found
from tests.helpers.word import LONG, WP, W, Word, drawing, planted, style_of, value, words

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word are painted by Qt; its one application is that of the tests."""
STYLES = list(Style)
MILLIMETRE = 36000
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs"
    " wordWrap spacing ind contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook"
    " tblCaption tblDescription",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg docGrid",
    "lvl": "start numFmt lvlRestart pStyle suff lvlText lvlJc pPr rPr",
    "settings": "zoom defaultTabStop evenAndOddHeaders characterSpacingControl updateFields compat"
    " themeFontLang",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr",
    "numbering": "abstractNum num",
}
"""The sequences of the schema: Word calls a file damaged whose elements stand otherwise."""


@cache
def shipped(style: Style) -> Word:
    report = briefing(found(), Order(chains=("soy",), office=Office(style)))
    return Word(to_docx(report, Office(style)))


@cache
def made(style: Style) -> Word:
    return Word(to_docx(planted(), Office(style)))


def both(style: Style) -> tuple[Word, Word]:
    return shipped(style), made(style)


def parts(word: Word) -> list[str]:
    return [
        n.removeprefix("word/").removesuffix(".xml")
        for n in word.archive.namelist()
        if n.startswith("word/") and n.endswith(".xml")
    ]


def test_the_same_report_gives_the_same_bytes() -> None:
    office = Office(Style.OFFICIAL)
    assert to_docx(planted(), office) == to_docx(planted(), office)


@pytest.mark.parametrize("style", STYLES)
def test_another_reader_finds_heads_tables_and_pictures(style: Style) -> None:
    report = planted()
    document = docx.Document(BytesIO(to_docx(report, Office(style))))
    heads = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [b.text for b in report.blocks if isinstance(b, Heading)]
    assert document.tables[1].cell(1, 1).text == LONG
    assert len(document.inline_shapes) == 3, "the picture of a whole page lies behind its text"


@pytest.mark.parametrize("style", STYLES)
def test_elements_stand_in_the_order_of_the_schema(style: Style) -> None:
    for word in both(style):
        for name in parts(word):
            for element in word.part(name).iter():
                order = ORDERS.get(element.tag.removeprefix(W), "").split()
                if order:
                    inside = [order.index(child.tag.removeprefix(W)) for child in element]
                    assert inside == sorted(inside), (name, element.tag)


@pytest.mark.parametrize("style", STYLES)
def test_a_picture_stands_alone_in_a_paragraph_that_no_pitch_clips(style: Style) -> None:
    for word in both(style):
        pictures = [p for p in word.paragraphs if p.find(f".//{WP}extent") is not None]
        assert pictures
        assert {style_of(p) for p in pictures} == {"Picture"}
        assert all(p.find(f"{W}pPr/{W}spacing") is None and words(p) == "" for p in pictures)
        look = word.styles["Picture"]
        assert value(look, "pPr/spacing", "lineRule") == "auto"
        assert value(look, "pPr/spacing", "line") == "240"
        assert value(look, "basedOn") == "Normal"
        assert word.styles["Normal"].find(f"{W}pPr") is None
    rules = {value(s, "pPr/spacing", "lineRule") for s in shipped(style).styles.values()}
    assert "exact" not in rules, "a picture put into the text by hand would be cut"


@pytest.mark.parametrize("fold", [False, True])
def test_a_map_fills_a_page_of_its_own_size(fold: bool) -> None:
    word = Word(to_docx(planted(), Office(fold=fold)))
    high, wide = (297, 420) if fold else (210, 297)
    pages = [(inside, s) for inside, s in word.sections() if value(s, "pgSz", "orient")]
    maps = [page for page in pages if page[1].find(W + "titlePg") is None]
    assert len(maps) == len(pages) - 1 == 2
    for inside, section in maps:
        assert int(value(section, "pgSz", "w")) == round(wide * 1440 / 25.4)
        assert int(value(section, "pgSz", "h")) == round(high * 1440 / 25.4)
        assert [style_of(p) for p in inside] == ["Picture", "Caption"]
        extent = inside[0].find(f".//{WP}extent")
        assert extent is not None
        across, down = (int(extent.get(side, "")) / MILLIMETRE for side in ("cx", "cy"))
        assert across / down == pytest.approx(1000 / 700, rel=1e-3)
        assert down <= high - 12 - 18 - 10, "the caption fits below it"
        assert down > high * 0.75 or across > wide * 0.9


@pytest.mark.parametrize("fold", [False, True])
def test_a_whole_picture_is_the_page_and_shows_only_mark_and_number(fold: bool) -> None:
    word = Word(to_docx(planted(), Office(fold=fold, mark=True)))
    sections = list(word.sections())
    at = next(n for n, (_in, found_) in enumerate(sections) if value(found_, "pgSz", "orient"))
    inside, section = sections[at]
    (anchor,) = (a for p in inside for a in p.iter(WP + "anchor"))
    high, wide = (297, 420) if fold else (210, 297)
    extent = anchor.find(WP + "extent")
    assert extent is not None
    assert int(extent.get("cx", "")) / MILLIMETRE == pytest.approx(wide, rel=2e-3)
    assert int(extent.get("cy", "")) / MILLIMETRE == pytest.approx(high, rel=2e-3)
    assert {p.get("relativeFrom") for p in anchor if p.get("relativeFrom")} == {"page"}
    assert section.find(W + "titlePg") is not None
    assert words(word.edges("header")[at]["first"]) == "内部"
    assert words(word.edges("footer")[at]["first"]) == "1"
    short = Word(to_docx(replace(planted(), contents=False), Office(fold=fold)))
    assert words(short.edges("footer")[at]["first"]) == ""


@pytest.mark.parametrize("style", STYLES)
def test_no_empty_paragraph_and_no_second_break_makes_a_blank_page(style: Style) -> None:
    for word in both(style):
        assert word.body.find(f".//{W}br[@{W}type]") is None
        for inside, _section in word.sections():
            shown = [p for p in inside if words(p) or p.find(f".//{WP}extent") is not None]
            assert shown, "a section of nothing is a blank page"
            assert inside[0].find(f"{W}pPr/{W}pageBreakBefore") is None
        for before, after in pairwise(word.body):
            breaks = after.find(f"{W}pPr/{W}pageBreakBefore") is not None
            if breaks and not words(before):
                assert value(before, "pPr/spacing", "line") == "20", "it would begin a page"


@pytest.mark.parametrize("style", STYLES)
def test_grid_cells_and_page_are_equally_wide(style: Style) -> None:
    sheet = SHEETS[style]
    room = round((210 - sheet.left - sheet.right) * 1440 / 25.4)
    for word in both(style):
        for table in word.tables:
            grid = [int(c.get(W + "w", "")) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
            assert sum(grid) == room == int(value(table, "tblPr/tblW", "w"))
            assert value(table, "tblPr/tblLayout", "type") == "fixed"
            for row in table.findall(W + "tr"):
                assert [int(value(c, "tcPr/tcW", "w")) for c in row.findall(W + "tc")] == grid


def test_columns_have_the_asked_shares() -> None:
    table = made(Style.PLAIN).tables[1]
    grid = [int(c.get(W + "w", "")) for c in table.findall(f"{W}tblGrid/{W}gridCol")]
    assert [width / sum(grid) for width in grid] == pytest.approx([1 / 7, 4 / 7, 2 / 7], abs=1e-3)


@pytest.mark.parametrize("style", STYLES)
def test_rows_stay_whole_and_heads_are_repeated(style: Style) -> None:
    report = briefing(found(), Order(chains=("soy",), office=Office(style)))
    word = shipped(style)
    tables = [t for t in word.tables if t.find(f".//{W}tblHeader") is not None]
    assert len(tables) == len(blocks(report, Table)) > 3
    assert len(word.tables) == len(tables) + len(blocks(report, Numbers))
    for table in word.tables:
        rows = table.findall(W + "tr")
        assert all(r.find(f"{W}trPr/{W}cantSplit") is not None for r in rows)
        headed = [r.find(f"{W}trPr/{W}tblHeader") is not None for r in rows]
        assert headed == [table in tables] + [False] * (len(rows) - 1)


def test_a_note_stays_with_the_last_row_of_its_table() -> None:
    word = made(Style.PLAIN)
    _numbers, table = word.tables
    kept = [
        {p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(W + "p")}
        for row in table.findall(W + "tr")
    ]
    assert kept == [{False}, {False}, {True}]
    after = list(word.body)[list(word.body).index(table) + 1]
    assert (style_of(after), words(after)) == ("Note", "注")


def test_numbers_are_a_small_table() -> None:
    (row,) = made(Style.PLAIN).tables[0].findall(W + "tr")
    cells = [[(style_of(p), words(p)) for p in c.findall(W + "p")] for c in row.findall(W + "tc")]
    assert cells == [
        [("FigureLabel", "关键环节"), ("FigureValue", "5/12")],
        [("FigureLabel", "覆盖"), ("FigureValue", "25%")],
    ]


def test_what_the_office_fills_in_is_a_box_or_a_line() -> None:
    word = made(Style.PLAIN)
    (box,) = word.of("Fill")
    assert words(box) == "〔请填写目标〕"
    assert value(word.styles["Fill"], "pPr/pBdr/left") == "dashed"
    (line,) = (p for p in word.of("BodyText") if words(p) == "谁办〔责任单位〕")
    assert value(line, "pPr/tabs/tab", "leader") == "underscore"
    (run,) = (r for r in line.iter(W + "r") if "〔" in words(r))
    grey = {value(word.styles[name], "rPr/color") for name in ("Fill", "Blank")}
    assert value(run, "rPr/rStyle") == "Blank"
    assert grey == {"5B6875"}


def instructions(element: Element) -> list[str]:
    return [f.get(W + "instr", "").strip() for f in element.iter(W + "fldSimple")]


@pytest.mark.parametrize("style", STYLES)
def test_captions_are_counted_by_word(style: Style) -> None:
    for word in both(style):
        captions = word.of("Caption")
        told = [(instructions(p)[0].split()[1], words(p)) for p in captions]
        for label in ("表", "图"):
            shown = [line for kind, line in told if kind == label]
            numbers = [line.partition("\u3000")[0] for line in shown]
            assert numbers == [f"{label}{at}" for at in range(1, len(shown) + 1)]
        assert all(instructions(p)[0].startswith("SEQ ") for p in captions)
        assert value(word.styles["Caption"], "name") == "caption"


def test_a_reference_leads_to_its_caption() -> None:
    word = made(Style.PLAIN)
    (line,) = (p for p in word.of("BodyText") if "不见" in words(p))
    assert words(line) == "产能见表1，地图见图2，不见图9。"
    targets = [instruction.split()[1] for instruction in instructions(line)]
    anchors = {b.get(W + "name") for b in word.body.iter(W + "bookmarkStart")}
    assert len(targets) == 2
    assert set(targets) <= anchors


def test_captions_without_numbers_stay_as_they_are() -> None:
    table = Table("环节", ("a",), [("b",)], (1,))
    report = replace(planted(), blocks=(table, Paragraph("见表1。")))
    word = Word(to_docx(report, Office(captions=False)))
    assert [words(p) for p in word.of("Caption")] == ["环节"]
    assert instructions(word.body) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_contents_are_a_field_that_is_filled_already(style: Style) -> None:
    word = made(style)
    entries = word.of("TOC1", "TOC2")
    start = entries[0].find(f"{W}r/{W}fldChar")
    assert start is not None
    assert start.get(W + "dirty") == "true"
    codes = [i.text or "" for i in word.body.iter(W + "instrText")]
    assert [code.split()[:3] for code in codes] == [["TOC", "\\o", '"1-2"']]
    kinds = [c.get(W + "fldCharType") for p in entries for c in p.iter(W + "fldChar")]
    assert kinds == ["begin", "separate", "end"]
    numbers = ["一、", "二、", "（一）", "（二）"] if style is Style.OFFICIAL else [""] * 4
    names = ["总结", "甲链", "缺口", "说明"]
    told = [number + name for number, name in zip(numbers, names, strict=True)]
    assert [words(p) for p in entries] == told
    links = [h.get(W + "anchor") for p in entries for h in p.iter(W + "hyperlink")]
    heads = {
        b.get(W + "name"): words(p)
        for p in word.of("Heading1", "Heading2")
        for b in p.iter(W + "bookmarkStart")
    }
    assert [heads[link] for link in links] == names
    assert value(word.part("settings"), "updateFields") == "true"


@pytest.mark.parametrize("style", STYLES)
def test_no_section_ends_with_the_contents(style: Style) -> None:
    inside, _section = next(made(style).sections())
    assert inside[-1].find(f".//{W}fldChar") is None, "its pages would lose their numbers"
    assert words(inside[-1]) == ""


def test_long_contents_name_the_parts_only() -> None:
    sections = [Heading(2, f"节{at}") for at in range(70)]
    word = Word(to_docx(replace(planted(), blocks=(Heading(1, "部"), *sections)), Office()))
    assert [words(p) for p in word.of("TOC1", "TOC2")] == ["部"]


def definition(word: Word, number: str) -> Element:
    """The abstract list of a list."""
    numbering = word.part("numbering")
    (made_,) = (n for n in numbering.findall(W + "num") if n.get(W + "numId") == number)
    (found_,) = (
        a
        for a in numbering.findall(W + "abstractNum")
        if a.get(W + "abstractNumId") == value(made_, "abstractNumId")
    )
    return found_


def test_official_heads_are_numbered_by_their_styles() -> None:
    word = made(Style.OFFICIAL)
    levels = definition(word, value(word.styles["Heading1"], "pPr/numPr/numId"))
    told = [
        (value(lvl, "numFmt"), value(lvl, "lvlText"), value(lvl, "pStyle"))
        for lvl in levels.findall(W + "lvl")
    ]
    assert told == [
        ("chineseCountingThousand", "%1、", "Heading1"),
        ("chineseCountingThousand", "（%2）", "Heading2"),
        ("decimal", "%3.", "Heading3"),
        ("decimal", "（%4）", "Heading4"),
    ]
    for at in range(4):
        assert value(word.styles[f"Heading{at + 1}"], "pPr/numPr/ilvl") == str(at)
        assert value(word.styles[f"Heading{at + 1}"], "pPr/outlineLvl") == str(at)
    plain = made(Style.PLAIN)
    assert value(plain.styles["Heading1"], "pPr/numPr/numId") == ""
    assert plain.part("numbering").find(f".//{W}pStyle") is None


def test_every_numbered_list_begins_at_one() -> None:
    word = made(Style.OFFICIAL)
    numbers = [value(p, "pPr/numPr/numId") for p in word.of("ListNumber")]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3] != numbers[4]
    shapes = [value(definition(word, n), "lvl/lvlText") for n in numbers]
    assert shapes == ["%1."] * 4 + ["（%1）"], "1. below a head of the third level is taken"
    numbering = word.part("numbering")
    starts = {
        n.get(W + "numId"): value(n, "lvlOverride/startOverride")
        for n in numbering.findall(W + "num")
    }
    assert {starts[n] for n in numbers} == {"1"}
    points = value(word.styles["ListBullet"], "pPr/numPr/numId")
    assert value(definition(word, points), "lvl/numFmt") == "bullet"


@pytest.mark.parametrize("style", STYLES)
def test_small_lists_are_counted_too(style: Style) -> None:
    word = made(style)
    lists = word.of("NoteList")
    assert [words(p) for p in lists] == ["来源一", "来源二", "方法"]
    numbers = [value(p, "pPr/numPr/numId") for p in lists]
    assert numbers[0] == numbers[1] != numbers[2]
    shapes = [value(definition(word, n), "lvl/numFmt") for n in numbers]
    assert shapes == ["decimal", "decimal", "bullet"]
    small, large = (int(value(word.styles[s], "rPr/sz")) for s in ("NoteList", "BodyText"))
    assert small < large


@pytest.mark.parametrize("style", STYLES)
def test_no_number_and_no_point_is_typed(style: Style) -> None:
    report = briefing(found(), Order(chains=("soy",), office=Office(style)))
    lines = [line for items in blocks(report, Items) for line in items.lines]
    shown = [words(p) for p in shipped(style).of("ListNumber", "ListBullet", "NoteList")]
    assert shown == lines


@pytest.mark.parametrize("style", STYLES)
def test_every_picture_is_told_in_words(style: Style) -> None:
    report = briefing(found(), Order(chains=("soy",), office=Office(style)))
    properties = list(shipped(style).body.iter(WP + "docPr"))
    assert [p.get("descr") for p in properties] == [f.caption for f in blocks(report, Figure)]
    assert len({p.get("id") for p in properties}) == len(properties)


@pytest.mark.parametrize("style", STYLES)
def test_the_whole_file_is_chinese(style: Style) -> None:
    word = shipped(style)
    language = word.part("styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language is not None
    assert language.get(W + "eastAsia") == "zh-CN"
    assert language.get(W + "val") == "en-US", "of Latin words, which break between words only"
    assert value(word.part("settings"), "themeFontLang", "eastAsia") == "zh-CN"
    assert "<dc:language>zh-CN</dc:language>" in word.text("docProps/core.xml")
    assert len(list(word.part("styles").iter(W + "lang"))) == 1
    assert next(word.body.iter(W + "lang"), None) is None
    runs = [r for name in parts(word) for r in word.part(name).iter(W + "r") if words(r)]
    assert {value(r, "rPr/rFonts", "hint") for r in runs} == {"eastAsia"}


def test_faces_are_those_of_the_standard_by_name() -> None:
    word = shipped(Style.OFFICIAL)
    faces = {
        "Title": "方正小标宋简体",
        "Heading1": "黑体",
        "Heading2": "楷体",
        "Heading3": "仿宋",
        "Masthead": "方正小标宋简体",
    }
    for name, face in faces.items():
        fonts = word.styles[name].find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert (fonts.get(W + "eastAsia"), fonts.get(W + "ascii")) == (face, "Times New Roman")
    default = word.part("styles").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")
    assert default is not None
    assert default.get(W + "eastAsia") == "仿宋"
    assert value(word.styles["BodyText"], "rPr/sz") == "32", "3号"
    table = word.part("fontTable")
    assert {f.get(W + "name") for f in table} == {*faces.values(), "宋体"}
    page = word.styles["Footer"].find(f"{W}rPr/{W}rFonts")
    assert page is not None
    assert page.get(W + "ascii") == "宋体", "figures of page numbers are Chinese ones"
    assert all(value(f, "altName") for f in table)


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_a_library_is_told(style: Style) -> None:
    office = Office(style, issuer="某市<工信>局")
    word = Word(to_docx(planted(), office))
    names = word.archive.namelist()
    assert not [n for n in names if "thumbnail" in n or "theme" in n or "customXml" in n]
    assert all(b"python-docx" not in word.archive.read(n) for n in names)
    core = word.text("docProps/core.xml")
    assert "<dc:title>某市&lt;重点&gt;产业链诊链简报</dc:title>" in core
    assert "<dc:creator>某市&lt;工信&gt;局</dc:creator>" in core
    assert core.count(">2022-10-01T00:00:00Z<") == 2, "created and modified"
    assert "description" not in core
    assert f"<dc:creator>{planted().region}</dc:creator>" in made(style).text("docProps/core.xml")
    assert "<Application>链图</Application>" in word.text("docProps/app.xml")


def test_a_long_word_may_break_anywhere() -> None:
    word = made(Style.PLAIN)
    long = [p for p in word.body.iter(W + "p") if words(p) == LONG]
    assert len(long) == 2
    assert {value(p, "pPr/wordWrap") for p in long} == {"0"}
    (short,) = (p for p in word.body.iter(W + "p") if words(p) == "戊")
    assert short.find(f"{W}pPr/{W}wordWrap") is None


def test_pages_of_a_plain_paper_have_a_head_but_not_the_cover() -> None:
    word = Word(to_docx(planted(), Office(mark=True)))
    headers, footers = word.edges("header"), word.edges("footer")
    assert {words(found_["default"]) for found_ in headers} == {"内部  某市<重点>产业链诊链简报"}
    assert "first" not in headers[0], "nothing stands above a cover"
    assert "first" not in footers[0]
    titled = [s.find(W + "titlePg") is not None for _inside, s in word.sections()]
    assert titled == [True, True, False, False, False, False]
    assert {(*instructions(f["default"]), words(f["default"])) for f in footers} == {
        ("PAGE", "1覆盖15%")
    }
    assert word.part("settings").find(W + "evenAndOddHeaders") is None


def test_the_page_of_a_visit_has_its_own_margins() -> None:
    report = replace(planted(), contents=False, blocks=(Paragraph("甲"),))
    word = Word(to_docx(report, Office(Style.OFFICIAL), sheet=VISIT))
    assert [words(p) for p in word.paragraphs] == [
        *("某市<重点>产业链诊链简报", "口径日期：2022年10月 · 资料版本：2022年10月"),
        *("甲", "资料说明"),
    ]
    (_inside, section) = next(word.sections())
    assert value(section, "pgMar", "left") == str(round(VISIT.left * 1440 / 25.4))
    assert words(word.edges("header")[0]["default"]).strip() == "", "the title stands below"
    assert words(word.edges("footer")[0]["default"]) == "1覆盖15%"
    assert section.find(W + "titlePg") is None, "its only page has a foot"
    assert value(word.styles["Heading1"], "rPr/sz") == "24"


def test_a_visit_is_written_with_the_page_of_visits(tmp_path: Path) -> None:
    path = put(found(), Order(Kind.VISIT, "docx", ("soy",)), tmp_path / "v.docx")
    (_inside, section) = next(Word(path.read_bytes()).sections())
    assert value(section, "pgMar", "top") == str(round(VISIT.top * 1440 / 25.4))


def test_pictures_have_the_resolution_of_print() -> None:
    report = replace(planted(), pictures={"p": drawing()}, blocks=(Figure("p", "图1 甲"),))
    word = Word(to_docx(report, Office()))
    png = word.archive.read("word/media/image1.png")
    across = int.from_bytes(png[16:20], "big")
    extent = word.body.find(f".//{WP}extent")
    assert extent is not None
    assert across / (int(extent.get("cx", "")) / MILLIMETRE / 25.4) == pytest.approx(200, rel=0.01)


def test_pictures_are_light_and_stand_on_white() -> None:
    clear = replace(drawing(), background="")
    report = replace(planted(), pictures={"p": clear}, blocks=(Figure("p", "图1 甲"),))
    shown = Image.open(Word(to_docx(report, Office())).archive.open("word/media/image1.png"))
    assert shown.mode == "P"
    colors = {color for _count, color in shown.convert("RGB").getcolors()}
    assert {(0, 0, 0), (255, 255, 255)} <= colors
    assert shown.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
