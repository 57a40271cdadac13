"""What stands before the text: cover or 版头, and what stands after it on an official paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.briefing.blocks import Blank, Report
from liantu.briefing.docx.looks import ACCENT, LARGEST_MARK
from liantu.briefing.docx.markup import Para, el, para, plain, run
from liantu.briefing.letter import Letter, Slot
from liantu.wording import text

DOWN = 2000
"""How far down the page a plain cover begins, twips."""
MARK_SHARE = 0.96
"""How much of a line 发文机关标志 may fill, so that rounding does not break it."""
IMPRINT_EDGE = 280
"""版记 stands one character of its 4号 type from either edge, twips."""


def cover(report: Report) -> Iterator[Para]:
    """A page of its own: whose paper, its title, its dates."""
    region = para("Cover", report.region)
    yield region.having(spacing=el("spacing", before=DOWN, after=120, line=312, lineRule="auto"))
    yield _ruled(para("Title", report.title))
    yield from (para("Cover", line) for line in report.lines)
    statement = para("Note", report.statement)
    yield statement.having(spacing=el("spacing", before=DOWN, after=120, line=288, lineRule="auto"))


def heading(report: Report) -> Iterator[Para]:
    """The head of a paper of one page."""
    yield para("Title", report.title).having(
        spacing=el("spacing", before=0, after=60, line=276, lineRule="auto")
    )
    yield _ruled(para("Note", " · ".join(report.lines)))


def masthead(report: Report, found: Letter, wide: float) -> Iterator[Para]:
    """版头, red line and title; ``wide`` is the width of the text in mm."""
    yield _mark(found.masthead, wide)
    yield slot("DocumentNumber", found.number)
    yield para("Title", report.title).having(
        spacing=el("spacing", before=1152, after=240, line=276, lineRule="auto")
    )
    yield from (para("Cover", line) for line in report.lines)
    yield para("Note", report.statement)


def ending(found: Letter, size: float) -> Iterator[Para]:
    """附件说明, 署名 over 成文日期: the date ends four characters from the edge, the name is
    centred above it; ``size`` is the type of the text in pt.
    """
    yield from _attached(found.attachments, size)
    date, name = _width(found.signed.words), _width(found.issuer.words)
    past = max(0.0, (name - date) / 2 - 4)  # a long name would leave the page: both move left
    last = el("keepNext")
    name_right, date_right = max(0.0, 4 + (date - name) / 2), 4 + past
    issuer = slot("Signature", found.issuer).having(keepNext=last)
    yield issuer.having(
        spacing=_before(size * 3.6), ind=el("ind", right=round(name_right * size * 20))
    )
    signed = slot("Signature", found.signed).having(keepNext=last)
    yield signed.having(ind=el("ind", right=round(date_right * size * 20)))


def _attached(names: Sequence[Slot], size: float) -> Iterator[Para]:
    """附件： before the first name, the others below it; a line is left free above."""
    em = round(size * 20)
    for at, one in enumerate(names):
        label = text("brief.letter.attachments") if at == 0 else ""
        place = el("ind", left=5 * em, hanging=3 * em if at == 0 else 0)
        line = slot("Attachment", one, before=label).having(ind=place, keepNext=el("keepNext"))
        yield line.having(spacing=_before(size * 1.8)) if at == 0 else line


def _before(points: float) -> str:
    return el("spacing", before=round(points * 20))


def imprint(found: Letter, room: int) -> Para:
    """版记 at the foot of the last page: 印发机关 on the left, the date on the right; ``room`` is
    the width of the text in twips.
    """
    left, right = slot("Imprint", found.issuer), slot("Imprint", found.printed)
    both = Para("Imprint", left.content + el("r", el("tab")) + right.content)
    place = {"hAnchor": "margin", "vAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    rules = (el(side, val="single", sz=8, space=4, color="000000") for side in ("top", "bottom"))
    return both.having(
        framePr=el("framePr", w=room, wrap="around", **place),
        pBdr=el("pBdr", *rules),
        tabs=el("tabs", el("tab", val="right", pos=room - IMPRINT_EDGE)),
        ind=el("ind", left=IMPRINT_EDGE, right=IMPRINT_EDGE),
    )


def blank(block: Blank, room: int) -> Para:
    """Room for what only the office knows: a line after its label, or a box."""
    if not block.label:
        return para("Fill", block.instruction)
    instruction = run(block.instruction, style="Blank")
    line = el("tab", val="right", leader="underscore", pos=room)
    found = Para("BodyText", run(block.label) + el("r", el("tab")) + instruction)
    return found.having(tabs=el("tabs", line), ind=el("ind", firstLine=0), jc=el("jc", val="left"))


def slot(style: str, found: Slot, *, before: str = "") -> Para:
    """An element of the letter; what is left open is grey."""
    lead = run(before) if before else ""
    return Para(style, lead + run(found.words, style="Blank" if found.blank else ""))


def _mark(found: Slot, wide: float) -> Para:
    """发文机关标志, as large as its line allows."""
    if found.blank:
        return slot("Masthead", found)
    size = min(LARGEST_MARK, MARK_SHARE * wide / 25.4 * 72 / len(found.words))
    half = round(size * 2)
    letters = el("rFonts", hint="eastAsia") + el("sz", val=half) + el("szCs", val=half)
    return Para("Masthead", el("r", el("rPr", letters), f"<w:t>{plain(found.words)}</w:t>"))


def _ruled(found: Para) -> Para:
    line = el("bottom", val="single", sz=12, space=6, color=ACCENT)
    return found.having(pBdr=el("pBdr", line))


def _width(words: str) -> float:
    """In Chinese characters: letters and digits are half as wide."""
    return sum(0.5 if ord(letter) < 0x2E80 else 1.0 for letter in words)
