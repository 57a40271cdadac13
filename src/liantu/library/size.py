"""How much a folder holds."""

from __future__ import annotations

from liantu.issues import Severity
from liantu.library.reader import Loaded


def counts(loaded: Loaded) -> dict[str, int]:
    """How much was read, and how many problems of each severity."""
    atlas = loaded.atlas
    return {
        "files": loaded.files,
        "chains": len(atlas.chains),
        "products": len(atlas.products),
        "routes": sum(len(p.routes) for p in atlas.products.values()),
        "enterprises": len(atlas.enterprises),
        "sources": len(atlas.sources),
        "errors": loaded.count(Severity.ERROR),
        "warnings": loaded.count(Severity.WARNING),
        "info": loaded.count(Severity.INFO),
    }
