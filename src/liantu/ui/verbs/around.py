"""视图: where the focus is, which page and chain, and what stands round the map."""

from __future__ import annotations

from collections.abc import Callable

from liantu.model.focus import MAP
from liantu.ui.bars.topbar import PAGES
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import has_place, is_ready


def toggle_icons(parts: Parts) -> None:
    """The chains as icons, or wide."""
    parts.map.frame.toggle_icons()


def toggle_lists(parts: Parts) -> None:
    """Open or shut the lists."""
    parts.map.frame.toggle_lists()


def toggle_side(parts: Parts) -> None:
    """Open or shut the inspector."""
    parts.map.frame.toggle_side()


def toggle_dock(parts: Parts) -> None:
    """The inspector beside the map, or over it."""
    parts.map.frame.toggle_dock()


def chain_before(parts: Parts) -> None:
    """The chain above in the list."""
    parts.map.step_chain(-1)


def chain_after(parts: Parts) -> None:
    """The chain below in the list."""
    parts.map.step_chain(1)


def area_after(parts: Parts) -> None:
    """The focus into the next area."""
    parts.areas.go(1)


def area_before(parts: Parts) -> None:
    """The focus into the area before."""
    parts.areas.go(-1)


def on_map(parts: Parts) -> bool:
    """Whether the page 图谱 is seen."""
    return parts.selection.focus.page == MAP


def _shows(page: str) -> Callable[[Parts], None]:
    return lambda parts: parts.selection.show_page(page)


def _is_shown(page: str) -> Callable[[Parts], bool]:
    return lambda parts: parts.selection.focus.page == page


VERBS = (
    Verb(
        id="chain_icons",
        menu=Menu.VIEW,
        run=toggle_icons,
        keys=("Ctrl+B",),
        apart=True,
        enabled=on_map,
        checked=lambda parts: parts.map.chains.icons,
    ),
    Verb(
        id="lists_open",
        menu=Menu.VIEW,
        run=toggle_lists,
        keys=("Ctrl+J",),
        enabled=on_map,
        checked=lambda parts: parts.map.drawer.is_open,
    ),
    Verb(
        id="inspector",
        menu=Menu.VIEW,
        run=toggle_side,
        keys=("Ctrl+I",),
        enabled=on_map,
        checked=lambda parts: parts.map.frame.side_open,
    ),
    Verb(
        id="inspector_dock",
        menu=Menu.VIEW,
        run=toggle_dock,
        keys=("Ctrl+Shift+I",),
        enabled=on_map,
        checked=lambda parts: parts.map.frame.docks,
    ),
    Verb(
        id="chain_before",
        menu=Menu.VIEW,
        run=chain_before,
        keys=("Alt+Up",),
        apart=True,
        enabled=has_place,
    ),
    Verb(id="chain_after", menu=Menu.VIEW, run=chain_after, keys=("Alt+Down",), enabled=has_place),
    *(
        Verb(
            id=f"page_{page}",
            menu=Menu.PAGE,
            run=_shows(page),
            keys=(f"Ctrl+{at}",),
            enabled=is_ready,
            checked=_is_shown(page),
        )
        for at, page in enumerate(PAGES, start=1)
    ),
    Verb(id="area_after", menu=Menu.PAGE, run=area_after, keys=("F6",), apart=True),
    Verb(id="area_before", menu=Menu.PAGE, run=area_before, keys=("Shift+F6",)),
)
