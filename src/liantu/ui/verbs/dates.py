"""视图: the slider of the dates under the map, and playing the events one after the other."""

from __future__ import annotations

from liantu.telling.events import events
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import has_map


def toggle_timeline(parts: Parts) -> None:
    """Show the slider or hide it; remembered."""
    parts.map.frame.toggle_timeline()


def has_room(parts: Parts) -> bool:
    """Whether there is a map and room for the slider below it."""
    return has_map(parts) and parts.map.frame.has_timeline_room


def is_shown(parts: Parts) -> bool:
    """Whether the slider is seen."""
    return not parts.map.timeline.isHidden()


def can_play(parts: Parts) -> bool:
    """Whether there are events to be played, and room to do it."""
    return has_room(parts) and bool(events(parts.reading))


def is_playing(parts: Parts) -> bool:
    """Whether it goes on from event to event by itself."""
    return parts.map.timeline.playing


def play(parts: Parts) -> None:
    """Play the events, or pause; the slider is shown for it."""
    if not is_shown(parts):
        parts.map.frame.toggle_timeline()
    parts.map.timeline.toggle_play()


VERBS = (
    Verb(
        id="timeline",
        menu=Menu.VIEW,
        run=toggle_timeline,
        icon="timeline",
        keys=("Ctrl+T",),
        apart=True,
        enabled=has_room,
        checked=is_shown,
    ),
    Verb(
        id="play",
        menu=Menu.VIEW,
        run=play,
        keys=("Ctrl+Shift+T",),
        enabled=can_play,
        checked=is_playing,
    ),
)
