"""A DOCX taken apart, and a report with one of everything, for the tests of Word."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring

from liantu.briefing.blocks import (
    Blank,
    Break,
    Figure,
    Heading,
    Items,
    Numbers,
    Paragraph,
    Report,
    Table,
)
from liantu.diagram.drawing import Drawing, Label

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HOSTILE = "<w:p/> & \"q\" ]]> \x00 a\u000bb 'x'"
ENGLISH = (
    "Shandong Consults on Administrative Measures on Chemical Investment Projects and on"
    " Comprehensive Environmental Evaluation of Polycarbonate and Caprolactam Plants"
)
LONG = "polytetramethyleneetherglycoldiisocyanate" * 3


class Word:
    """The parts of a document."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(BytesIO(data))

    def text(self, name: str) -> str:
        return self.archive.read(name).decode()

    def part(self, name: str) -> Element:
        return fromstring(self.archive.read(f"word/{name}.xml"))

    @cached_property
    def body(self) -> Element:
        (body,) = self.part("document")
        return body

    @cached_property
    def styles(self) -> dict[str, Element]:
        return {style.get(W + "styleId", ""): style for style in self.part("styles")}

    @cached_property
    def _targets(self) -> dict[str, str]:
        """The part of every relation."""
        relations = fromstring(self.archive.read("word/_rels/document.xml.rels"))
        return {r.get("Id", ""): r.get("Target", "").removesuffix(".xml") for r in relations}

    def edges(self, where: str) -> list[dict[str, Element]]:
        """What ``"header"`` or ``"footer"`` is in every section, by the kind of its pages: a
        section without one has that of the section before.
        """
        found: list[dict[str, Element]] = []
        for _inside, section in self.sections():
            told = section.findall(f"{W}{where}Reference")
            here = {
                r.get(W + "type", ""): self.part(self._targets[r.get(R + "id", "")]) for r in told
            }
            found.append({**(found[-1] if found else {}), **here})
        return found

    @property
    def paragraphs(self) -> list[Element]:
        return self.body.findall(W + "p")

    @property
    def tables(self) -> list[Element]:
        return self.body.findall(W + "tbl")

    def of(self, *styles: str) -> list[Element]:
        return [p for p in self.paragraphs if style_of(p) in styles]

    def sections(self) -> Iterator[tuple[list[Element], Element]]:
        """The elements of every section and its properties."""
        inside: list[Element] = []
        for element in self.body:
            if element.tag == W + "sectPr":
                yield inside, element
                return
            inside.append(element)
            properties = element.find(f"{W}pPr/{W}sectPr")
            if properties is not None:
                yield inside, properties
                inside = []


def style_of(paragraph: Element) -> str:
    return value(paragraph, "pPr/pStyle")


def value(element: Element, path: str, name: str = "val") -> str:
    """An attribute of the element at a path of ``w`` names; empty where there is none."""
    found = element.find("/".join(W + step for step in path.split("/")))
    return "" if found is None else found.get(W + name, "")


def words(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(W + "t"))


def drawing(width: float = 400, height: float = 300) -> Drawing:
    """A picture with ink in all its corners."""
    corners = ((2, 20), (width - 20, 20), (2, height - 4), (width - 20, height - 4))
    return Drawing(width, height, tuple(Label(x, y, "角", 16, "#000000") for x, y in corners))


def planted() -> Report:
    """One of every block, pages of pictures at both ends, words that break careless writers."""
    table = Table(
        "表1 产能（数据截止2022年）",
        ("序", "环节", "产能"),
        [("1", LONG, "12"), ("2", HOSTILE, "不详")],
        (0.5, 2, 1),
        (0, 2),
        note="注",
    )
    blocks = (
        Break(),
        Figure("board", "甲链看板", page=True, whole=True),
        Heading(1, "总结"),
        Paragraph("产能见表1，地图见图2，不见图9。"),
        Numbers([("关键环节", "5/12"), ("覆盖", "25%")]),
        Items(["甲", "乙"], ordered=True),
        Items(["丙", "丁"], ordered=True),
        Items(["戊", HOSTILE, f"英文：{ENGLISH}，2019"]),
        Figure("map", "图1 甲链图谱", page=True),
        Break(),
        Heading(1, "甲链"),
        Heading(2, "缺口"),
        table,
        Heading(3, "供需"),
        Items(["己"], ordered=True),
        Items(["来源一", "来源二"], ordered=True, quiet=True),
        Items(["方法"], quiet=True),
        Figure("chart", "图2 供需", share=0.5, note="说明"),
        Break(),
        Heading(2, "说明"),
        Paragraph(LONG, quiet=True),
        Blank("〔请填写目标〕"),
        Blank("〔责任单位〕", label="谁办"),
        Figure("map", "图3 乙链图谱", page=True),
    )
    return Report(
        title="某市<重点>产业链诊链简报",
        region="某市",
        date="2022年10月",
        edition="2022-10",
        lines=("口径日期：2022年10月", "资料版本：2022年10月"),
        statement="资料说明",
        blocks=blocks,
        pictures={"board": drawing(1000, 707), "map": drawing(1000, 700), "chart": drawing()},
        foot="覆盖15%",
    )
