"""The verbs of the window as the manual reads them."""

from __future__ import annotations

import json

from liantu import paths
from liantu.ui.verbs.registry import VERBS

PLACE = paths.resource("help", "verbs.json")


def text() -> str:
    """The file as it has to be."""
    rows = [{"id": verb.id, "menu": str(verb.menu), "keys": [*verb.keys]} for verb in VERBS]
    lines = ",\n".join(f" {json.dumps(row, ensure_ascii=False)}" for row in rows)
    return f"[\n{lines}\n]\n"
