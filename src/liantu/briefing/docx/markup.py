"""WordprocessingML as text: elements, paragraphs and runs in the order that the schema wants."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from xml.sax.saxutils import escape, quoteattr

from liantu.briefing.archive import clean

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
LONG_WORD = re.compile("[A-Za-z0-9]{12,}(?=[^<>]*</w:t>)")
"""What has no place to break and may be wider than its cell."""
_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "numPr", "pBdr"),
    *("tabs", "wordWrap", "spacing", "ind", "jc", "outlineLvl", "sectPr"),
)


def el(tag: str, *inside: str, **attributes: str | int) -> str:
    """An element of the namespace ``w``; ``attributes`` are of it too."""
    head = "w:" + tag + "".join(f" w:{k}={quoteattr(str(v))}" for k, v in attributes.items())
    return f"<{head}>{''.join(inside)}</w:{tag}>" if inside else f"<{head}/>"


def root(tag: str, *inside: str) -> bytes:
    """A whole part of the package with ``tag`` as its root."""
    body = f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{"".join(inside)}</w:{tag}>'
    return (HEADER + body).encode()


def plain(words: str) -> str:
    """``words`` as the text of an element."""
    return escape(clean(words))


def quoted(words: str) -> str:
    """``words`` as the value of an attribute, with its quotes."""
    return quoteattr(clean(words))


def twips(millimetres: float) -> int:
    """Twentieths of a point: the lengths of WordprocessingML."""
    return round(millimetres * 1440 / 25.4)


def run(words: str, *, style: str = "", bold: bool = False) -> str:
    """Text in one face; its quotes and dashes are Chinese ones."""
    face = el("rStyle", val=style) if style else ""
    face += el("rFonts", hint="eastAsia") + (el("b") if bold else "")
    lines = (f'<w:t xml:space="preserve">{plain(line)}</w:t>' for line in clean(words).split("\n"))
    return el("r", el("rPr", face), el("br").join(lines))


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: the id of its style, its runs, and what differs from the style (element name
    to XML).
    """

    style: str
    content: str
    differs: Mapping[str, str] = field(default_factory=dict)

    def having(self, **differs: str) -> Para:
        """The same with more that differs."""
        return replace(self, differs={**self.differs, **differs})

    def xml(self) -> str:
        """As an element."""
        found = {"pStyle": el("pStyle", val=self.style), **self.differs}
        if LONG_WORD.search(self.content):
            found["wordWrap"] = el("wordWrap", val=0)
        inner = "".join(found[name] for name in _ORDER if name in found)
        return el("p", el("pPr", inner), self.content)


def para(style: str, words: str, *, bold: bool = False) -> Para:
    """A paragraph of one run."""
    return Para(style, run(words, bold=bold) if words else "")
