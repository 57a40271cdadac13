"""A report as PDF/A-2b or as page pictures: typst over JSON, the same bytes for the same data."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.briefing.archive import moment
from liantu.briefing.blocks import Heading, Report
from liantu.briefing.letter import letter
from liantu.briefing.office import SHEETS, Office, Sheet
from liantu.diagram import measure
from liantu.diagram.page import POINTS
from liantu.diagram.poster.foot import LAST
from liantu.diagram.poster.frame import frame_of
from liantu.render.errors import ExportError
from liantu.render.faces import check_faces
from liantu.render.pictures import as_svg
from liantu.wording import text

TEMPLATE = "report.typ"
MANY = 12
"""From so many parts on, the contents name these alone."""
SHORT, DEEP = 20, 3
"""So many heads above level 3 that the contents stand on the cover."""
FAMILIES = "'Liantu Sans SC'"


def to_pdf(report: Report, office: Office, sheet: Sheet | None = None) -> bytes:
    """The PDF in memory. Raises ``ExportError`` with typst's words if it cannot be set."""
    return bytes(_compile(report, office, sheet, {"format": "pdf", "pdf_standards": ["a-2b"]}))


def to_pages(
    report: Report, office: Office, sheet: Sheet | None = None, ppi: float = 72.0
) -> list[bytes]:
    """Every page as PNG at ``ppi``; raises as :func:`to_pdf`."""
    found = _compile(report, office, sheet, {"format": "png", "ppi": ppi})
    return [bytes(page) for page in found] if isinstance(found, list) else [bytes(found)]


def lacking(report: Report) -> list[str]:
    """Characters of the report's words that the bundled font lacks, printed as 〓."""
    found: set[str] = set()
    _words(_data(report), lambda value: found.update(measure.missing(value.replace("\n", " "))))
    return sorted(found)


def _compile(report: Report, office: Office, sheet: Sheet | None, how: dict[str, Any]) -> Any:
    check_faces()
    try:
        import typst  # noqa: PLC0415  large; only exports need it

        with tempfile.TemporaryDirectory(prefix="liantu-") as name:
            folder = Path(name)
            _fill(folder, report, office, sheet or SHEETS[office.style])
            return typst.compile(
                folder / TEMPLATE,
                root=folder,
                font_paths=[paths.resource("fonts")],
                ignore_system_fonts=True,
                timestamp=moment(report.edition),
                **how,
            )
    except (RuntimeError, ImportError, OSError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error


def _fill(folder: Path, report: Report, office: Office, sheet: Sheet) -> None:
    characters = lacking(report)
    data = _words(_data(report), _printable) if characters else _data(report)
    data["sheet"] = sheet.data()
    data["mark"] = text("brief.mark") if office.mark else ""
    data["fold"] = office.fold
    data["author"] = office.issuer or report.region
    data["bound"] = _bound(office)
    made = moment(report.edition)
    data["day"] = {"year": made.year, "month": made.month, "day": made.day}
    shown = " ".join(f"U+{ord(c):04X}" for c in characters[:20])
    data["missing"] = text("diagram.sheet.missing", characters=shown) if characters else ""
    data["words"] = {
        "contents": text("brief.words.contents"),
        "attachments": text("brief.letter.attachments"),
    }
    data["letter"] = asdict(letter(office))
    data["faces"] = text("brief.faces") if sheet.centred else ""
    levels = [block.level for block in report.blocks if isinstance(block, Heading)]
    data["single"] = levels.count(1) < MANY
    data["short"] = sum(level < DEEP for level in levels) <= SHORT and not sheet.centred
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    shutil.copyfile(paths.resource("briefing", TEMPLATE), folder / TEMPLATE)
    for name, drawing in report.pictures.items():
        svg = as_svg(drawing, families=FAMILIES)
        (folder / f"{name}.svg").write_text(svg, encoding="utf-8")


def _bound(office: Office) -> dict[str, float]:
    """Where a drawn page leaves room for its number: from its right and lower edge, pt."""
    frame = frame_of("A3" if office.fold else "A4")
    return {"right": frame.margin * frame.unit * POINTS, "up": LAST * frame.unit * POINTS}


def _data(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "region": report.region,
        "date": report.date,
        "lines": list(report.lines),
        "statement": report.statement,
        "contents": report.contents,
        "drawn-end": report.drawn_end,
        "foot": report.foot,
        "blocks": [block.data() for block in report.blocks],
    }


def _words(value: Any, change: Callable[[str], Any]) -> Any:
    """The same data with every text passed through ``change``."""
    if isinstance(value, dict):
        return {key: _words(item, change) for key, item in value.items()}
    if isinstance(value, list):
        return [_words(item, change) for item in value]
    return change(value) if isinstance(value, str) else value


def _printable(value: str) -> str:
    absent = measure.missing(value.replace("\n", " "))
    return value.translate({ord(c): measure.GETA for c in absent}) if absent else value
