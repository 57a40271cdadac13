"""An official paper has around its text what GB/T 9704 names; open elements are instructions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from liantu.briefing.blocks import Heading, Paragraph
from liantu.briefing.docx.contents import chinese
from liantu.briefing.letter import Slot, letter
from liantu.briefing.office import Office, Style
from liantu.briefing.word import to_docx
from tests.helpers.word import W, Word, planted, style_of, value, words

pytestmark = pytest.mark.usefixtures("qapp")
"""Pictures in Word are painted by Qt; its one application is that of the tests."""
WRITTEN = Office(
    Style.OFFICIAL,
    mark=True,
    issuer="某市工业和信息化局",
    addressee="市人民政府",
    number="某工信〔2022〕18号",
    signed="2022-10-26",
    attachments=("短板清单", "摸底任务单"),
)


@cache
def written() -> Word:
    return Word(to_docx(replace(planted(), blocks=(Heading(1, "总结"), Paragraph("文"))), WRITTEN))


@cache
def open_() -> Word:
    return Word(to_docx(replace(planted(), blocks=(Paragraph("文"),)), Office(Style.OFFICIAL)))


def test_what_the_office_wrote() -> None:
    found = letter(WRITTEN)
    assert found.masthead == Slot("某市工业和信息化局文件")
    assert found.addressee == Slot("市人民政府：")
    assert found.signed == Slot("2022年10月26日")
    assert found.printed == Slot("2022年10月26日印发")
    assert found.attachments == (Slot("1. 短板清单"), Slot("2. 摸底任务单"))
    assert letter(replace(WRITTEN, attachments=("清单",))).attachments == (Slot("清单"),)


def test_what_it_left_open_is_an_instruction_in_brackets() -> None:
    found = letter(Office())
    slots = (found.masthead, found.number, found.addressee, *found.attachments)
    for slot in (*slots, found.issuer, found.signed, found.printed):
        assert slot.blank
        assert slot.words.startswith("〔")
        assert slot.words.removesuffix("：").endswith("〕")


def test_the_elements_stand_in_the_order_of_the_standard() -> None:
    told = [(style_of(p), words(p)) for p in written().paragraphs if words(p)]
    assert told[0] == ("Masthead", "某市工业和信息化局文件")
    assert told[1] == ("DocumentNumber", "某工信〔2022〕18号")
    assert told[2] == ("Title", planted().title)
    after = [style for style, _words in told].index("Addressee")
    assert told[after:] == [
        ("Addressee", "市人民政府："),
        ("Heading1", "总结"),
        ("BodyText", "文"),
        ("Attachment", "附件：1. 短板清单"),
        ("Attachment", "2. 摸底任务单"),
        ("Signature", "某市工业和信息化局"),
        ("Signature", "2022年10月26日"),
        ("Imprint", "某市工业和信息化局2022年10月26日印发"),
    ]


def test_whom_it_is_for_stands_above_the_first_words_not_before_pictures() -> None:
    told = [(style_of(p), words(p)) for p in Word(to_docx(planted(), WRITTEN)).paragraphs]
    at = told.index(("Addressee", "市人民政府："))
    assert told[at + 1] == ("Heading1", "总结")
    assert ("Picture", "") in told[:at]


def test_the_masthead_is_red_above_a_red_line_and_fits_its_line() -> None:
    word = written()
    assert value(word.styles["Masthead"], "rPr/color") == "FF0000"
    assert value(word.styles["DocumentNumber"], "pPr/pBdr/bottom", "color") == "FF0000"
    for name, size in (("局", 48.0), ("某" * 20, 20.0)):
        office = replace(WRITTEN, issuer=name)
        (mark,) = Word(to_docx(planted(), office)).of("Masthead")
        half = int(value(mark, "r/rPr/sz"))
        assert half / 2 * len(words(mark)) < 156 / 25.4 * 72
        assert half / 2 == pytest.approx(size, abs=2)


def test_the_name_stands_centred_above_the_date_four_characters_from_the_edge() -> None:
    name, date = written().of("Signature")
    em = 16 * 20
    right = {p: int(value(p, "pPr/ind", "right")) for p in (name, date)}
    assert right[date] == 4 * em
    wide = {name: 9, date: 3 + 8 / 2}
    assert right[name] + wide[name] * em / 2 == right[date] + wide[date] * em / 2


def test_a_long_name_moves_the_date_and_stays_on_the_page() -> None:
    office = replace(WRITTEN, issuer="某" * 22)
    name, date = Word(to_docx(planted(), office)).of("Signature")
    assert int(value(name, "pPr/ind", "right")) == 0
    assert int(value(date, "pPr/ind", "right")) == (22 - 7) / 2 * 16 * 20


def test_the_imprint_stands_at_the_foot_of_the_last_page() -> None:
    (line,) = written().of("Imprint")
    assert value(line, "pPr/framePr", "yAlign") == "bottom"
    assert line is written().paragraphs[-2], "a frame belongs to the paragraph after it"
    last = written().paragraphs[-1]
    assert value(last, "pPr/spacing", "line") == "20"
    ending = written().of("Attachment", "Signature")
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in ending]
    assert kept == [True] * 4, "no page with the name and the date alone"


def test_page_numbers_stand_outside() -> None:
    word = written()
    assert word.part("settings").find(W + "evenAndOddHeaders") is not None
    sides = {}
    for kinds in word.edges("footer"):
        for kind in ("default", "even"):
            number = kinds[kind].find(W + "p")
            assert number is not None
            assert words(number) == "— 1 —"
            sides[kind] = value(number, "pPr/jc")
    assert sides == {"default": "right", "even": "left"}
    heads = {words(found[kind]) for found in word.edges("header") for kind in ("default", "even")}
    assert {head.strip() for head in heads} == {"内部"}, "an official paper has no running head"


def test_open_elements_are_marked_in_the_document() -> None:
    runs = [r for r in open_().body.iter(W + "r") if words(r).startswith("〔")]
    assert len(runs) == 8, "the issuer signs and prints"
    assert {value(r, "rPr/rStyle") for r in runs} == {"Blank"}


def test_numbers_in_chinese() -> None:
    told = {1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 24: "二十四", 99: "九十九"}
    assert {number: chinese(number) for number in told} == told
