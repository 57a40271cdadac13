"""The line at the foot of the window: edition, trust, assumptions, folder."""

from __future__ import annotations

from pathlib import Path

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.telling.assumed import assumed
from liantu.telling.dossiers.line import joined
from liantu.telling.trust import trust_line
from liantu.wording import text


def status_line(reading: Reading, folder: Path) -> str:
    """What every number on the screen rests upon, in one line."""
    words = assumed(reading)
    shipped = folder == paths.shipped_chains()
    return joined(
        text("ui.edition", edition=reading.atlas.library.edition or text("ui.unknown")),
        trust_line(reading.atlas),
        text("ui.assumed", words=words) if words else "",
        text("ui.shipped") if shipped else str(folder),
    )
