"""Which dossier tells of what is being looked at."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling.dossiers.chain import chain_dossier
from liantu.telling.dossiers.enterprise import enterprise_dossier
from liantu.telling.dossiers.product import product_dossier
from liantu.telling.line import Dossier


def describe(
    reading: Reading, thing: Target | None, chain: str, section: str | None = None
) -> Dossier:
    """The dossier of ``thing``, or of the chain where nothing known is selected."""
    atlas = reading.atlas
    if thing is not None and thing.kind == "product" and thing.id in atlas.products:
        return product_dossier(reading, thing.id, chain)
    if thing is not None and thing.kind == "enterprise" and thing.id in atlas.enterprises:
        return enterprise_dossier(reading, thing.id)
    return chain_dossier(reading, chain, section)
