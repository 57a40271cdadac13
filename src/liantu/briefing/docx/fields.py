"""Fields: what Word counts itself, with the result that viewers show who do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from liantu.briefing.docx.markup import el, plain, quoted, run

_NUMBERED = re.compile(r"^(\D{1,2}?) ?(\d+)[ \u3000]+(.+)$", re.DOTALL)
_NAMED = re.compile(r"[^\W\d]\d{1,3}")


def page() -> str:
    """The number of the page."""
    return _simple("PAGE", "1")


def captioned(words: str, mark: int) -> str:
    """The runs of a caption ``表1 …`` whose number is counted by Word; ``mark`` is the id of the
    bookmark that references lead to. A caption without a number stays as it is.
    """
    hit = _NUMBERED.match(words)
    if hit is None:
        return run(words)
    label, number, rest = hit.groups()
    counted = run(label) + _simple(f"SEQ {label} \\* ARABIC", number)
    return bookmarked(counted, anchor(label + number), mark) + run("\u3000" + rest)


def names(captions: Iterable[str]) -> Iterator[str]:
    """``表1``, ``图2`` … of those captions that have a number."""
    for caption in captions:
        hit = _NUMBERED.match(caption)
        if hit is not None:
            yield hit[1] + hit[2]


def referring(words: str, known: Collection[str]) -> str:
    """Runs of ``words`` in which every name of a captioned block leads to its caption."""
    runs, at = [], 0
    for hit in _NAMED.finditer(words):
        if hit[0] in known:
            runs += [run(words[at : hit.start()])] if hit.start() > at else []
            runs.append(_simple(f"REF {anchor(hit[0])} \\h", hit[0]))
            at = hit.end()
    return "".join(runs) + (run(words[at:]) if at < len(words) else "")


def anchor(name: str) -> str:
    """The bookmark of a caption by its name."""
    return "_Ref_" + "_".join(f"{ord(letter):04x}" for letter in name)


def bookmarked(runs: str, name: str, mark: int) -> str:
    """``runs`` as the goal of references and links."""
    return el("bookmarkStart", id=mark, name=name) + runs + el("bookmarkEnd", id=mark)


def begin(instruction: str, *, dirty: bool = False) -> str:
    """The first half of a field whose result spans paragraphs; ``dirty``: Word computes it."""
    stale = {"dirty": "true"} if dirty else {}
    return (
        el("r", el("fldChar", fldCharType="begin", **stale))
        + el("r", f'<w:instrText xml:space="preserve"> {plain(instruction)} </w:instrText>')
        + el("r", el("fldChar", fldCharType="separate"))
    )


END = el("r", el("fldChar", fldCharType="end"))


def link(name: str, runs: str) -> str:
    """``runs`` that lead to a bookmark of this document."""
    return f'<w:hyperlink w:anchor={quoted(name)} w:history="1">{runs}</w:hyperlink>'


def _simple(instruction: str, result: str) -> str:
    return el("fldSimple", run(result), instr=f" {instruction} ")
