"""What the whole folder amounts to, in one line: at the foot of the window and above the tiles."""

from __future__ import annotations

from pathlib import Path

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.telling.assumed import assumed
from liantu.telling.line import joined
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


def headline(reading: Reading) -> str:
    """The numbers of the whole folder in one line."""
    atlas = reading.atlas
    members = {p for p in atlas.chains_of if p in atlas.products}
    local = sum(reading.situation.is_local(p) for p in members)
    return text(
        "ui.headline",
        region=atlas.library.region.name,
        chains=len(atlas.chains),
        products=len(members),
        local=local,
        enterprises=len(atlas.enterprises),
    )
