"""The named looks of a paper: one style for each kind of paragraph, so that an office changes it
in one place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.briefing.docx.markup import el
from liantu.briefing.office import Sheet

ACCENT, QUIET, RULE, RED = "1657A8", "5B6875", "C3CCD6", "FF0000"
PARTS = (16.0, 12.0, 0.0)
"""Type of the three heads of a plain paper, pt; never less than that of the text."""
BELOW_TITLE = 0.6
"""A head is not larger than this share of the title: the page of a visit is short of room."""
OFFICIAL_PARTS = (16.0, 16.0, 16.0, 16.0)
"""3号 throughout: faces tell the levels of an official paper (GB/T 9704—2012)."""
LARGEST_MARK = 48.0
"""发文机关标志, pt; a long name is set smaller."""
ONE = 240
"""A line in the units of automatic spacing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A paragraph style. ``name`` is Word's own or a code of ``brief.look``; ``face`` a role of
    the typefaces; ``line`` is (size in twips or 240ths of a line, rule); ``space`` before and
    after and ``indent`` (first line, left, right, each in twips) likewise; ``level`` of a
    head counts from 0, -1 for none; ``more`` is XML of its paragraph.
    """

    id: str
    name: str
    size: float
    based: str = "Normal"
    then: str = ""
    face: str = ""
    bold: bool = False
    color: str = ""
    line: tuple[int, str] = (ONE, "auto")
    space: tuple[int, int] = (0, 0)
    indent: tuple[int, int, int] = (0, 0, 0)
    align: str = ""
    keep: bool = False
    level: int = -1
    more: str = ""


def looks(sheet: Sheet, *, official: bool) -> Iterator[Look]:
    """Every paragraph style of a paper."""
    yield from _text(sheet, official=official)
    yield from _heads(sheet, official=official)
    yield from _front(sheet, official=official)
    yield from _small(sheet)
    yield from _tables(sheet)
    yield from _contents(sheet)
    yield from _edges(official=official)
    if official:
        yield from _letter(sheet)


def _text(sheet: Sheet, *, official: bool) -> Iterator[Look]:
    first, pitch = _first(sheet), _pitch(sheet)
    yield Look(
        id="BodyText",
        name="Body Text",
        size=sheet.body,
        line=pitch,
        indent=(first, 0, 0),
        align="both",
        space=(0, 0 if official else 20),
    )
    for id_, name in (("ListNumber", "List Number"), ("ListBullet", "List Bullet")):
        yield Look(
            id=id_,
            name=name,
            size=sheet.body,
            based="BodyText",
            line=pitch,
            space=(0, 20),
            indent=(first, 0, 0),
            align="both" if official else "left",
        )


def _front(sheet: Sheet, *, official: bool) -> Iterator[Look]:
    align = "center" if official else "left"
    yield Look(
        id="Title",
        name="Title",
        size=sheet.title,
        face="title",
        then="BodyText",
        line=(276, "auto"),
        space=(240, 160),
        align=align,
    )
    yield Look(
        id="Cover",
        name="cover",
        size=14.0 if official else 12.0,
        line=(312, "auto"),
        face="second" if official else "",
        align=align,
    )


def _small(sheet: Sheet) -> Iterator[Look]:
    """What stands around tables and pictures."""
    small = max(sheet.table - 0.5, 7.0)
    yield Look(id="Note", name="note", size=small, color=QUIET, line=(288, "auto"), space=(60, 120))
    box: dict[str, str | int] = {"val": "dashed", "sz": 4, "space": 4, "color": QUIET}
    sides = (el(side, **box) for side in ("top", "left", "bottom", "right"))
    yield Look(
        id="Fill",
        name="fill",
        size=sheet.table,
        color=QUIET,
        line=(288, "auto"),
        space=(120, 120),
        indent=(0, 100, 100),
        more=el("pBdr", *sides),
    )
    yield Look(
        id="NoteList", name="small", based="Note", size=small, color=QUIET, line=(276, "auto")
    )
    yield Look(
        id="Picture", name="picture", size=sheet.body, align="center", keep=True, space=(60, 0)
    )
    yield Look(
        id="Caption",
        name="caption",
        size=small,
        bold=True,
        align="center",
        keep=True,
        then="BodyText",
        space=(100, 60),
    )


def _tables(sheet: Sheet) -> Iterator[Look]:
    line, size = (252, "auto"), sheet.table
    yield Look(id="TableText", name="table", size=size, line=line)
    for id_, name, type_, color in (
        ("TableHead", "head", size, QUIET),
        ("FigureLabel", "label", 8.5, QUIET),
        ("FigureValue", "value", 14.0, ""),
    ):
        yield Look(
            id=id_,
            name=name,
            size=type_,
            based="TableText",
            bold=id_ != "FigureLabel",
            color=color,
            line=line,
            keep=id_ == "TableHead",
        )


def _edges(*, official: bool) -> Iterator[Look]:
    """Head and foot of a page."""
    yield Look(id="Header", name="header", size=8.0, color=QUIET)
    page, size = ("page", 14.0) if official else ("", 8.0)
    yield Look(id="Footer", name="footer", size=size, face=page, align="center")
    yield Look(id="FooterNote", name="foot", size=7.5, color=QUIET, align="center")


def _first(sheet: Sheet) -> int:
    """Indent of a first line, twips."""
    return round(sheet.indent * sheet.body * 20)


def _pitch(sheet: Sheet) -> tuple[int, str]:
    """The pitch of the text: an exact one would cut a picture that somebody puts in."""
    return (round(sheet.pitch * 20), "atLeast")


def _heads(sheet: Sheet, *, official: bool) -> Iterator[Look]:
    faces = ("head", "second", "body", "body") if official else ("head", "head", "head")
    for level, part in enumerate(OFFICIAL_PARTS if official else PARTS):
        size = max(min(part, sheet.title * BELOW_TITLE), sheet.body)
        around = (0, 0) if official else (round(size * 13), round(size * 5))
        yield Look(
            id=f"Heading{level + 1}",
            name=f"heading {level + 1}",
            size=size,
            then="BodyText",
            face=faces[level],
            bold=level > 1 if official else True,
            color="" if official or level == 1 else ACCENT,
            line=(round(max(sheet.pitch, size * 1.3) * 20), "atLeast"),
            space=around,
            indent=(_first(sheet), 0, 0),
            keep=True,
            level=level,
        )


def _contents(sheet: Sheet) -> Iterator[Look]:
    room = round((210 - sheet.left - sheet.right) * 1440 / 25.4)
    tab = el("tabs", el("tab", val="right", leader="dot", pos=room))
    size = max(10.5, sheet.body - 2)
    yield Look(
        id="TOCHeading",
        name="TOC Heading",
        size=16.0,
        face="head",
        bold=True,
        align="center",
        space=(120, 240),
        then="BodyText",
    )
    yield Look(id="TOC1", name="toc 1", size=size, line=(360, "auto"), more=tab)
    yield Look(
        id="TOC2",
        name="toc 2",
        size=max(9.0, size - 1),
        line=(312, "auto"),
        indent=(0, 420, 0),
        more=tab,
    )


def _letter(sheet: Sheet) -> Iterator[Look]:
    """The elements of GB/T 9704—2012 around the text."""
    body, pitch = sheet.body, _pitch(sheet)
    yield Look(
        id="Masthead",
        name="masthead",
        size=LARGEST_MARK,
        face="title",
        color=RED,
        align="center",
        space=(round(35 * 1440 / 25.4), 0),
    )
    rule = el("pBdr", el("bottom", val="single", sz=12, space=11, color=RED))
    yield Look(
        id="DocumentNumber",
        name="number",
        size=body,
        align="center",
        space=(2 * pitch[0], 0),
        more=rule,
    )
    yield Look(
        id="Addressee",
        name="addressee",
        size=body,
        line=pitch,
        then="BodyText",
        space=(pitch[0], 0),
    )
    yield Look(
        id="Attachment",
        name="attachment",
        size=body,
        line=pitch,
        indent=(0, round(2 * body * 20), 0),
    )
    yield Look(id="Signature", name="signature", size=body, line=pitch, align="right")
    yield Look(id="Imprint", name="imprint", size=14.0, line=(300, "auto"))
