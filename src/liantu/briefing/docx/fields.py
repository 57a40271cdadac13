"""Fields: what Word counts itself, with the result that viewers show who do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from liantu.briefing.docx.elements import el, run

_NUMBERED = re.compile(r"^(\D{1,2}?) ?(\d+)[ \u3000]+(.+)$", re.DOTALL)
_NAMED = re.compile(r"[^\W\d]\d{1,3}")


def simple(found: Paragraph, instruction: str, result: str) -> None:
    """A field at the end of a paragraph."""
    _around(el("fldSimple", instr=f" {instruction} "), run(found, result))


def caption(found: Paragraph, words: str, mark: int) -> None:
    """Writes ``表1 …`` so that Word counts the number; ``mark`` is the id of the bookmark that
    references lead to. A caption without a number stays as it is.
    """
    hit = _NUMBERED.match(words)
    if hit is None:
        run(found, words)
        return
    label, number, rest = hit.groups()
    found._p.append(el("bookmarkStart", id=mark, name=_anchor(label + number)))
    run(found, label)
    simple(found, f"SEQ {label} \\* ARABIC", number)
    found._p.append(el("bookmarkEnd", id=mark))
    run(found, f"\u3000{rest}")


def names(captions: Iterable[str]) -> Iterator[str]:
    """``表1``, ``图2`` … of those captions that have a number."""
    return (hit[1] + hit[2] for hit in map(_NUMBERED.match, captions) if hit is not None)


def refer(found: Paragraph, words: str, known: Collection[str]) -> None:
    """Writes words in which every name of a captioned block leads to its caption."""
    at = 0
    for hit in _NAMED.finditer(words):
        if hit[0] in known:
            if hit.start() > at:
                run(found, words[at : hit.start()])
            simple(found, f"REF {_anchor(hit[0])} \\h", hit[0])
            at = hit.end()
    if at < len(words):
        run(found, words[at:])


def goal(found: Paragraph, words: str, name: str, mark: int) -> None:
    """Writes words that links lead to."""
    found._p.append(el("bookmarkStart", id=mark, name=name))
    run(found, words)
    found._p.append(el("bookmarkEnd", id=mark))


def link(found: Paragraph, words: str, name: str) -> None:
    """Writes words that lead to a bookmark of this document."""
    _around(el("hyperlink", anchor=name, history=1), run(found, words))


def begin(found: Paragraph, instruction: str) -> None:
    """The first half of a field whose result spans paragraphs, which Word has to compute."""
    code = el("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    start = el("fldChar", fldCharType="begin", dirty="true")
    for inside in (start, code, el("fldChar", fldCharType="separate")):
        found._p.append(el("r", inside))


def end(found: Paragraph) -> None:
    """The end of such a field."""
    found._p.append(el("r", el("fldChar", fldCharType="end")))


def _anchor(name: str) -> str:
    """The bookmark of a caption by its name."""
    return "_Ref_" + "_".join(f"{ord(letter):04x}" for letter in name)


def _around(element: BaseOxmlElement, made: Run) -> None:
    made._r.addprevious(element)
    element.append(made._r)
