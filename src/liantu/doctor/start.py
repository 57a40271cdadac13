"""What a log begins with."""

from __future__ import annotations

from liantu.doctor import machine, places, screen
from liantu.render.facts import Facts


def brief(facts: Facts) -> str:
    """The versions, the screens, the font, in one line."""
    found = [*machine.programs(), *screen.screen(facts), *screen.fonts(), places.portable()]
    return "; ".join(f"{item.name} {item.value}" for item in found)
