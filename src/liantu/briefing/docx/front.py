"""What stands before the text: cover or 版头, and what stands after it on an official paper."""

from __future__ import annotations

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from liantu.briefing.blocks import Blank, Report
from liantu.briefing.docx.elements import border, el, put, run, twips
from liantu.briefing.docx.flow import Flow
from liantu.briefing.docx.styles import ACCENT, LARGEST_MARK, half_points
from liantu.briefing.letter import Letter, Slot
from liantu.wording import text

DOWN = 100
"""How far down the page a plain cover begins, pt."""
MARK_SHARE = 0.96
"""How much of a line 发文机关标志 may fill, so that rounding does not break it."""
IMPRINT_EDGE = 14
"""版记 stands one character of its 4号 type from either edge, pt."""


def cover(flow: Flow, report: Report) -> None:
    """A page of its own: whose paper, its title, its dates."""
    _spaced(flow.add("Cover", report.region), DOWN, 6)
    _ruled(flow.add("Title", report.title))
    for line in report.lines:
        flow.add("Cover", line)
    _spaced(flow.add("Note", report.statement), DOWN, 6)


def heading(flow: Flow, report: Report) -> None:
    """The head of a paper of one page."""
    _spaced(flow.add("Title", report.title), 0, 3)
    _ruled(flow.add("Note", " · ".join(report.lines)))


def masthead(flow: Flow, report: Report, found: Letter, wide: float) -> None:
    """版头, red line and title; ``wide`` is the width of the text in mm. 发文机关标志 is as large
    as its line allows.
    """
    mark = slot(flow, "Masthead", found.masthead)
    if not found.masthead.blank:
        size = min(LARGEST_MARK, MARK_SHARE * wide / 25.4 * 72 / len(found.masthead.words))
        mark.runs[0].font.size = half_points(size)
    slot(flow, "DocumentNumber", found.number)
    _spaced(flow.add("Title", report.title), 57.6, 12)
    for line in report.lines:
        flow.add("Cover", line)
    flow.add("Note", report.statement)


def ending(flow: Flow, found: Letter, size: float) -> None:
    """附件说明, 署名 over 成文日期: the date ends four characters from the edge, the name is
    centred above it; ``size`` is the type of the text in pt.
    """
    _attached(flow, found, size)
    date, name = _width(found.signed.words), _width(found.issuer.words)
    past = max(0.0, (name - date) / 2 - 4)  # a long name would leave the page: both move left
    issuer = slot(flow, "Signature", found.issuer).paragraph_format
    issuer.space_before = Pt(size * 3.6)
    issuer.right_indent = Pt(max(0.0, 4 + (date - name) / 2) * size)
    signed = slot(flow, "Signature", found.signed).paragraph_format
    signed.right_indent = Pt((4 + past) * size)
    issuer.keep_with_next = signed.keep_with_next = True


def _attached(flow: Flow, found: Letter, size: float) -> None:
    """附件： before the first name, the others below it; a line is left free above."""
    for at, one in enumerate(found.attachments):
        label = text("brief.letter.attachments") if at == 0 else ""
        place = slot(flow, "Attachment", one, before=label).paragraph_format
        place.left_indent, place.keep_with_next = Pt(5 * size), True
        if at == 0:
            place.first_line_indent, place.space_before = Pt(-3 * size), Pt(1.8 * size)


def imprint(flow: Flow, found: Letter, wide: float) -> None:
    """版记 at the foot of the last page: 印发机关 on the left, the date on the right; ``wide`` is
    the width of the text in mm.
    """
    line = slot(flow, "Imprint", found.issuer)
    line.add_run("\t")
    _written(line, found.printed)
    properties, shape = line._p.get_or_add_pPr(), line.paragraph_format
    place = {"hAnchor": "margin", "vAnchor": "margin", "xAlign": "left", "yAlign": "bottom"}
    put(properties, el("framePr", w=twips(wide).twips, wrap="around", **place))
    border(properties, "top", "bottom", sz=8, space=4, color="000000")
    shape.tab_stops.add_tab_stop(twips(wide) - Pt(IMPRINT_EDGE), WD_TAB_ALIGNMENT.RIGHT)
    shape.left_indent = shape.right_indent = Pt(IMPRINT_EDGE)
    flow.gap()  # a frame belongs to the paragraph after it


def blank(flow: Flow, block: Blank, wide: float) -> None:
    """Room for what only the office knows: a line after its label, or a box."""
    if not block.label:
        flow.add("Fill", block.instruction)
        return
    line = flow.add("BodyText", block.label)
    line.add_run("\t")
    run(line, block.instruction, style="Blank")
    shape = line.paragraph_format
    shape.tab_stops.add_tab_stop(twips(wide), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    shape.first_line_indent, shape.alignment = Pt(0), WD_ALIGN_PARAGRAPH.LEFT


def slot(flow: Flow, style: str, found: Slot, *, before: str = "") -> Paragraph:
    """An element of the letter; what is left open is grey."""
    return _written(flow.add(style, before), found)


def _written(line: Paragraph, found: Slot) -> Paragraph:
    run(line, found.words, style="Blank" if found.blank else None)
    return line


def _spaced(line: Paragraph, before: float, after: float) -> None:
    line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(before), Pt(after)


def _ruled(line: Paragraph) -> None:
    border(line._p.get_or_add_pPr(), "bottom", sz=12, space=6, color=ACCENT)


def _width(words: str) -> float:
    """In Chinese characters: letters and digits are half as wide."""
    return sum(0.5 if ord(letter) < 0x2E80 else 1.0 for letter in words)
