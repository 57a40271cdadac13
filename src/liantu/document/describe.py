"""Which dossier tells of what is being looked at."""

from __future__ import annotations

from liantu.document.chain_dossier import chain_dossier
from liantu.document.dossier import Dossier, Target
from liantu.document.enterprise_dossier import enterprise_dossier
from liantu.document.product_dossier import product_dossier
from liantu.document.workspace import Workspace


def describe(
    workspace: Workspace, thing: Target | None, chain: str, section: str | None = None
) -> Dossier:
    """The dossier of ``thing``, or of the chain where nothing known is selected."""
    atlas = workspace.atlas
    if thing is not None and thing.kind == "product" and thing.id in atlas.products:
        return product_dossier(atlas, workspace.diagnosis, thing.id, chain)
    if thing is not None and thing.kind == "enterprise" and thing.id in atlas.enterprises:
        return enterprise_dossier(workspace, thing.id)
    return chain_dossier(workspace, chain, section)
