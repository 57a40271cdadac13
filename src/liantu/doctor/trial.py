"""The fonts of Word documents, the data and the makers of files, tried."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from liantu import paths
from liantu.briefing.office import Style
from liantu.briefing.typefaces import check, told
from liantu.diagram.drawing import Drawing, Label
from liantu.doctor.finding import Finding
from liantu.library import load
from liantu.library.size import counts
from liantu.render.errors import ExportError
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.render.facts import Facts


def office(facts: Facts) -> Iterator[Finding]:
    """字体检查 of what Word documents name; a missing one is no fault of this machine."""
    for line in told(check(Style.OFFICIAL, facts.families)):
        yield Finding("DOCX", line, note=True)


def data() -> Finding:
    """The data that come with the program."""
    numbers = counts(load(paths.shipped_chains()))
    words = text("cli.check.counts", **numbers)
    sound = bool(numbers["chains"]) and not numbers["errors"]
    return Finding(text("cli.doctor.data"), words, good=sound)


def drawn() -> Iterator[Finding]:
    """Draw one word as SVG and PDF in memory."""
    from liantu.render.pdf import to_pdf  # noqa: PLC0415
    from liantu.render.svg import to_svg  # noqa: PLC0415

    word = Label(10, 30, text("cli.doctor.word"), 14, "#000000")
    drawing = Drawing(120, 50, (word,), title="doctor")
    yield Finding("SVG", text("cli.doctor.bytes", count=len(to_svg(drawing))))
    try:
        yield Finding("PDF", text("cli.doctor.bytes", count=len(to_pdf(drawing))))
    except ExportError as error:
        yield Finding("PDF", text(error.code, **error.params), good=False)
    except (ImportError, RuntimeError, OSError) as error:
        yield Finding("PDF", str(error), good=False)
