"""The line at the foot of the window: edition, trust, assumptions, folder."""

from __future__ import annotations

from liantu import paths
from liantu.document.dossier import joined
from liantu.document.trust import trust_line
from liantu.document.workspace import Workspace
from liantu.wording import text


def status_line(workspace: Workspace) -> str:
    """What every number on the screen rests upon, in one line."""
    assumed = workspace.diagnosis.switches.told(workspace.atlas)
    shipped = workspace.folder == paths.shipped_chains()
    return joined(
        text("ui.edition", edition=workspace.atlas.library.edition or text("ui.unknown")),
        trust_line(workspace.atlas),
        text("ui.assumed", words=assumed) if assumed else "",
        text("ui.shipped") if shipped else str(workspace.folder),
    )
