"""视图: what is looked at and how; the themes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from liantu.model.focus import MAP, POSTER
from liantu.telling.why.explanation import explain
from liantu.ui.canvas.zooming import ZoomView
from liantu.ui.dialogs.why import WhyDialog
from liantu.ui.pages.poster.sheet_view import SheetView
from liantu.ui.parts import Parts
from liantu.ui.remembered import settings
from liantu.ui.seen import looking
from liantu.ui.verbs.verb import Menu, Verb


def why(parts: Parts) -> None:
    """The sheet “为什么” of the selected product."""
    show_why(parts, parts.selection.focus.product)


def show_why(parts: Parts, product: str) -> None:
    """The sheet “为什么” of a product; nothing for what has no verdict."""
    reading, focus = parts.reading, parts.selection.focus
    if product in reading.verdicts:
        dialog = WhyDialog(explain(reading, product, focus.chain), parts.shell)
        dialog.followed.connect(
            lambda target: parts.selection.go(
                looking.follow(parts.reading, parts.selection.focus, target)
            )
        )
        dialog.show()


def has_why(parts: Parts) -> bool:
    """Whether a product with a verdict is selected."""
    return parts.selection.focus.product in parts.reading.verdicts


def has_place(parts: Parts) -> bool:
    """Whether the page 图谱 is seen of a folder with chains, be the map still being laid out: a key
    that comes meanwhile is not lost.
    """
    return parts.selection.focus.page == MAP and bool(parts.reading.atlas.chains)


def has_map(parts: Parts) -> bool:
    """Whether a map is shown; a folder without chains has none, whatever was seen before."""
    return has_place(parts) and parts.map.panel.shows


def is_ready(parts: Parts) -> bool:
    """Whether a folder has been read, be there anything in it or not."""
    return parts.bridge.session.ready


def sheet_of(parts: Parts) -> ZoomView | None:
    """What the verbs of zoom work on: the map or the sheet of 看板; ``None`` on other pages."""
    if has_map(parts):
        return parts.map.panel.canvas
    shown = parts.selection.focus.page == POSTER and parts.poster.view.pages
    return parts.poster.view if shown else None


def has_sheet(parts: Parts) -> bool:
    """Whether there is something to zoom."""
    return sheet_of(parts) is not None


def fit(parts: Parts) -> None:
    """Show the whole map, or the sheet as wide as the window."""
    sheet = sheet_of(parts)
    if isinstance(sheet, SheetView):
        sheet.show_laid()
    elif sheet is not None:
        sheet.fit()


def zoom_in(parts: Parts) -> None:
    """Nearer."""
    if (sheet := sheet_of(parts)) is not None:
        sheet.zoom_in()


def zoom_out(parts: Parts) -> None:
    """Away."""
    if (sheet := sheet_of(parts)) is not None:
        sheet.zoom_out()


def actual_size(parts: Parts) -> None:
    """100 %."""
    if (sheet := sheet_of(parts)) is not None:
        sheet.actual_size()


def zoom_selected(parts: Parts) -> None:
    """Nearer to the selected card."""
    parts.map.panel.canvas.zoom_to_selected()


def toggle_every(parts: Parts) -> None:
    """All links of the map, or only its lines."""
    focus = parts.selection.focus
    parts.selection.go(replace(focus, every=not focus.every))


def toggle_trunk(parts: Parts) -> None:
    """Only lines that begin or end at what is made here, or all."""
    focus = parts.selection.focus
    parts.selection.go(replace(focus, trunk=not focus.trunk))


def back(parts: Parts) -> None:
    """To the focus before."""
    parts.selection.back()


def forward(parts: Parts) -> None:
    """To the focus after."""
    parts.selection.forward()


def toggle_map_only(parts: Parts) -> None:
    """Give the map the room of all that stands round it, or take it back."""
    parts.map.frame.stand_alone(not parts.map.frame.alone)


def toggle_full_screen(parts: Parts) -> None:
    """Into full screen and back."""
    parts.shell.setWindowState(parts.shell.windowState() ^ Qt.WindowState.WindowFullScreen)


def open_search(parts: Parts) -> None:
    """Open the search palette."""
    parts.search.open(parts.reading, parts.selection.marks)


def _chooses(choice: str) -> Callable[[Parts], None]:
    return lambda parts: parts.shell.choose_theme(choice)


def _has_chosen(choice: str) -> Callable[[Parts], bool]:
    return lambda parts: parts.shell.settings.theme == choice


VERBS = (
    Verb(id="why", menu=Menu.VIEW, run=why, enabled=has_why),
    Verb(id="fit", menu=Menu.VIEW, run=fit, icon="maximize", apart=True, enabled=has_sheet),
    Verb(
        id="zoom_in",
        menu=Menu.VIEW,
        run=zoom_in,
        icon="zoom-in",
        keys=("Ctrl+=",),
        enabled=has_sheet,
    ),
    Verb(
        id="zoom_out",
        menu=Menu.VIEW,
        run=zoom_out,
        icon="zoom-out",
        keys=("Ctrl+-",),
        enabled=has_sheet,
    ),
    Verb(id="actual_size", menu=Menu.VIEW, run=actual_size, keys=("Ctrl+0",), enabled=has_sheet),
    Verb(
        id="zoom_selected",
        menu=Menu.VIEW,
        run=zoom_selected,
        enabled=lambda parts: has_map(parts) and bool(parts.selection.focus.product),
    ),
    Verb(
        id="every",
        menu=Menu.VIEW,
        run=toggle_every,
        apart=True,
        enabled=has_place,
        checked=lambda parts: parts.selection.focus.every,
    ),
    Verb(
        id="trunk",
        menu=Menu.VIEW,
        run=toggle_trunk,
        enabled=has_place,
        checked=lambda parts: parts.selection.focus.trunk,
    ),
    Verb(
        id="back",
        menu=Menu.VIEW,
        run=back,
        icon="arrow-left",
        keys=("Alt+Left",),
        apart=True,
        enabled=lambda parts: parts.selection.can_go_back,
    ),
    Verb(
        id="forward",
        menu=Menu.VIEW,
        run=forward,
        icon="arrow-right",
        keys=("Alt+Right",),
        enabled=lambda parts: parts.selection.can_go_forward,
    ),
    Verb(
        id="map_only",
        menu=Menu.VIEW,
        run=toggle_map_only,
        icon="expand",
        keys=("F9",),
        apart=True,
        enabled=has_place,
        checked=lambda parts: parts.map.frame.alone,
    ),
    Verb(
        id="full_screen",
        menu=Menu.VIEW,
        run=toggle_full_screen,
        icon="monitor",
        keys=("Shift+F11",),
        checked=lambda parts: parts.shell.isFullScreen(),
    ),
    Verb(
        id="search",
        menu=Menu.NONE,
        run=open_search,
        icon="search",
        keys=("Ctrl+K", "/"),
        enabled=is_ready,
    ),
    *(
        Verb(
            id=f"theme_{choice}", menu=Menu.THEME, run=_chooses(choice), checked=_has_chosen(choice)
        )
        for choice in settings.THEMES
    ),
)
