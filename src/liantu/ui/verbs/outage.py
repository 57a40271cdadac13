"""视图: a stop played step by step under the lens 断供."""

from __future__ import annotations

from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import has_map


def before(parts: Parts) -> None:
    """The step before."""
    parts.map.steps.step(-1)


def after(parts: Parts) -> None:
    """The step after."""
    parts.map.steps.step(1)


def play(parts: Parts) -> None:
    """Play the steps, or pause."""
    parts.map.steps.toggle_play()


def can_step(parts: Parts) -> bool:
    """Whether a drill is shown on the map."""
    return has_map(parts) and parts.map.steps.offered


VERBS = (
    Verb(
        id="outage_before",
        menu=Menu.VIEW,
        run=before,
        keys=("Alt+,",),
        apart=True,
        enabled=can_step,
    ),
    Verb(id="outage_after", menu=Menu.VIEW, run=after, keys=("Alt+.",), enabled=can_step),
    Verb(
        id="outage_play",
        menu=Menu.VIEW,
        run=play,
        keys=("Alt+/",),
        enabled=can_step,
        checked=lambda parts: parts.map.steps.playing,
    ),
)
