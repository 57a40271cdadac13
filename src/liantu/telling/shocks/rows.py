"""Names of what fails as the tab 断供演练 tells them."""

from __future__ import annotations

from liantu.model import Atlas
from liantu.model.drill import Shock
from liantu.telling.drills import shock_words


def shock_name(atlas: Atlas, shock: Shock) -> str:
    """``汇隆停产``, whatever share of it fails when; its id where the data do not have it."""
    return shock_words(atlas, Shock(shock.kind, shock.id)) or shock.id
