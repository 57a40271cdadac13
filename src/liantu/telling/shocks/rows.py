"""Names of what fails, and shares, as the tab 断供演练 tells them."""

from __future__ import annotations

from liantu.model import Atlas
from liantu.model.drill import Shock
from liantu.telling.drills import shock_words
from liantu.wording import text


def shock_name(atlas: Atlas, shock: Shock) -> str:
    """``汇隆停产``, whatever share of it fails when; its id where the data do not have it."""
    return shock_words(atlas, Shock(shock.kind, shock.id)) or shock.id


def per_cent(share: float) -> str:
    """``60%``; a share that is not quite nothing or all is never told as such."""
    if 0 < share < 0.01:
        return text("shock.drill.below_one")
    return f"{min(share * 100, 99 if share < 1 else 100):.0f}%"
