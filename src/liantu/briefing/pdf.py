"""The briefing as PDF/A-2b: typst over JSON, maps as SVG, the same bytes for the same data."""

from __future__ import annotations

import datetime
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from liantu import paths
from liantu.analysis.diagnosis import Diagnosis
from liantu.briefing.content import briefing
from liantu.diagram.cards import Lens
from liantu.diagram.sheet import SheetOptions, draw_sheet
from liantu.diagram.view import arrange, build_view
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.render.errors import ExportError
from liantu.render.export import replace_file
from liantu.render.svg import to_svg
from liantu.wording import text

TEMPLATE = "briefing.typ"


def write_briefing(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chains: Sequence[str],
    path: Path,
    progress: Progress | None = None,
) -> Path:
    """Write the briefing of ``chains`` to ``path``.

    Raises ``ExportError``, or ``Cancelled``; an existing file is replaced only at the end.
    """
    progress = progress or Progress()
    try:
        data = to_pdf(atlas, diagnosis, chains, progress)
    except (RuntimeError, ImportError, OSError) as error:
        raise ExportError("render.pdf", reason=str(error)[:300]) from error
    progress.check()
    replace_file(path, data)
    return path


def to_pdf(atlas: Atlas, diagnosis: Diagnosis, chains: Sequence[str], progress: Progress) -> bytes:
    """The PDF in memory; ``RuntimeError`` with typst's words if it cannot be set."""
    import typst  # noqa: PLC0415  large; only exports need it

    with tempfile.TemporaryDirectory(prefix="liantu-") as name:
        folder = Path(name)
        content = briefing(atlas, diagnosis, chains)
        words = json.dumps(content, ensure_ascii=False)
        (folder / "data.json").write_text(words, encoding="utf-8")
        shutil.copyfile(paths.resource("briefing", TEMPLATE), folder / TEMPLATE)
        for at, chain in enumerate(chains):
            progress.step(at, len(chains) + 3, text("brief.step.map"))
            svg = _map(atlas, diagnosis, chain)
            (folder / f"map-{chain}.svg").write_text(svg, encoding="utf-8")
        progress.step(len(chains), len(chains) + 3, text("brief.step.set"))
        day = content["day"]
        moment = datetime.datetime(day["year"], day["month"], day["day"], tzinfo=datetime.UTC)
        return bytes(
            typst.compile(
                folder / TEMPLATE,
                root=folder,
                font_paths=[paths.resource("fonts")],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2b"],
                timestamp=moment,
            )
        )


def _map(atlas: Atlas, diagnosis: Diagnosis, chain: str) -> str:
    view = build_view(atlas, diagnosis.situation, chain, None, diagnosis)
    options = SheetOptions("A4", lens=Lens.DIAGNOSIS, assumed=diagnosis.switches.told(atlas))
    drawing = draw_sheet(atlas, view, arrange(view), diagnosis.situation, options)
    return to_svg(drawing, families="'Liantu Sans SC'")
