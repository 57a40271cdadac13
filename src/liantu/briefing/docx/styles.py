"""``styles.xml``: the looks of a paper, its language, and its tables."""

from __future__ import annotations

from collections.abc import Mapping

from liantu.briefing.docx.looks import QUIET, RULE, Look, looks
from liantu.briefing.docx.markup import el, root
from liantu.briefing.docx.numbering import HEADINGS, POINTS, numbered
from liantu.briefing.office import Sheet
from liantu.wording import text

CHINESE = "zh-CN"
ENGLISH = "en-US"
"""Of Latin words: as Chinese ones they would be broken after any letter."""
LATIN = "Times New Roman"
_OWN = frozenset(
    (
        *(
            "cover",
            "note",
            "small",
            "fill",
            "picture",
            "table",
            "head",
            "label",
            "value",
            "foot",
            "masthead",
        ),
        *("number", "addressee", "attachment", "signature", "imprint"),
    )
)
"""Looks that Word does not know: their names are ours to tell."""


def styles(sheet: Sheet, faces: Mapping[str, str], *, official: bool) -> bytes:
    """All styles; ``faces`` is the typeface of each role by its Chinese name."""
    return root(
        "styles",
        _defaults(sheet, faces["body"]),
        _base("paragraph", "Normal", "Normal"),
        _base("character", "DefaultParagraphFont", "Default Paragraph Font"),
        _base("table", "TableNormal", "Normal Table", _cell_margins(108, 0)),
        *(_style(look, faces, official=official) for look in looks(sheet, official=official)),
        _blank(sheet.body),
        _table(official=official),
    )


def fonts(face: str, *, latin: bool = True) -> str:
    """A Chinese face, with the Latin one of official papers beside it or alone."""
    other = LATIN if latin else face
    return el("rFonts", ascii=other, hAnsi=other, eastAsia=face, cs=other)


def _defaults(sheet: Sheet, face: str) -> str:
    language = el("lang", val=ENGLISH, eastAsia=CHINESE)
    letters = el("rPr", fonts(face), *_size(sheet.body), language)
    return el("docDefaults", el("rPrDefault", letters), el("pPrDefault"))


def _base(kind: str, name: str, called: str, *inside: str) -> str:
    """What Word expects to find first in every kind of style."""
    quick = el("qFormat") if kind == "paragraph" else el("uiPriority", val=99)
    return el("style", el("name", val=called), quick, *inside, type=kind, default=1, styleId=name)


def _style(look: Look, faces: Mapping[str, str], *, official: bool) -> str:
    called = text(f"brief.look.{look.name}") if look.name in _OWN else look.name
    return el(
        "style",
        el("name", val=called),
        el("basedOn", val=look.based),
        el("next", val=look.then) if look.then else "",
        el("qFormat"),
        el("pPr", _paragraph(look, official=official)),
        el("rPr", _letters(look, faces)),
        type="paragraph",
        styleId=look.id,
        **({"customStyle": 1} if look.name in _OWN else {}),
    )


def _paragraph(look: Look, *, official: bool) -> str:
    size, rule = look.line
    first, left, right = look.indent
    number = _number(look, official=official)
    hung = not number or official  # what hangs is placed by its number
    border, tabs = (look.more, "") if "pBdr" in look.more else ("", look.more)
    return "".join(
        (
            el("keepNext") if look.keep else "",
            el("keepLines") if look.level >= 0 else "",
            number,
            border,
            tabs,
            el("spacing", before=look.space[0], after=look.space[1], line=size, lineRule=rule),
            el("ind", left=left, right=right, firstLine=first) if hung else "",
            el("jc", val=look.align) if look.align else "",
            el("outlineLvl", val=look.level) if look.level >= 0 else "",
        )
    )


def _number(look: Look, *, official: bool) -> str:
    if official and look.level >= 0:
        return numbered(HEADINGS, look.level)
    return numbered(POINTS) if look.id == "ListBullet" else ""


def _letters(look: Look, faces: Mapping[str, str]) -> str:
    return "".join(
        (
            fonts(faces[look.face], latin=look.face != "page") if look.face else "",
            el("b") if look.bold else "",
            el("color", val=look.color) if look.color else "",
            *_size(look.size),
        )
    )


def _size(points: float) -> tuple[str, str]:
    """In half points, for both scripts."""
    half = round(points * 2)
    return el("sz", val=half), el("szCs", val=half)


def _blank(size: float) -> str:
    """What an office has to fill in: an instruction is never as large as 发文机关标志."""
    return el(
        "style",
        el("name", val=text("brief.look.blank")),
        el("basedOn", val="DefaultParagraphFont"),
        el("qFormat"),
        el("rPr", el("color", val=QUIET), *_size(size)),
        type="character",
        styleId="Blank",
        customStyle=1,
    )


def _table(*, official: bool) -> str:
    """Rules below rows; a full grid where official."""
    color = "000000" if official else RULE
    line: dict[str, str | int] = {"val": "single", "sz": 4, "space": 0, "color": color}
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    drawn = [side for side in sides if official or side in {"top", "bottom", "insideH"}]
    borders = el("tblBorders", *(el(side, **line) for side in drawn))
    return el(
        "style",
        el("name", val=text("brief.look.grid")),
        el("basedOn", val="TableNormal"),
        el("qFormat"),
        el("tblPr", borders, _margins(80, 40)),
        type="table",
        styleId="ReportTable",
        customStyle=1,
    )


def _cell_margins(side: int, above: int) -> str:
    return el("tblPr", _margins(side, above))


def _margins(side: int, above: int) -> str:
    widths = (("top", above), ("left", side), ("bottom", above), ("right", side))
    return el("tblCellMar", *(el(name, w=width, type="dxa") for name, width in widths))
