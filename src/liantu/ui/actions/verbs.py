"""All verbs of the window, and the menus made from them."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from liantu.ui import settings
from liantu.ui.actions.verb import Verb, VerbAction
from liantu.wording import text

FILE = ("open", "shipped", "reload", "-", "quit")
EDIT = ("undo", "redo", "-", "switches")
VIEW = (
    "why",
    "-",
    "fit",
    "zoom_in",
    "zoom_out",
    "actual_size",
    "-",
    "back",
    "forward",
    "-",
    "map_only",
    "full_screen",
)
THEME = tuple(f"theme_{choice}" for choice in settings.THEMES)
HELP = ("problems", "about")
EXPORT = ("picture", "copy_picture", "-", "briefing", "visit", "lists")


class Host(Protocol):
    """What the verbs need of the window."""

    def choose_folder(self) -> None: ...  # noqa: D102
    def open_shipped(self) -> None: ...  # noqa: D102
    def reload(self) -> None: ...  # noqa: D102
    def export_picture(self) -> None: ...  # noqa: D102
    def copy_picture(self) -> None: ...  # noqa: D102
    def export_briefing(self) -> None: ...  # noqa: D102
    def export_lists(self) -> None: ...  # noqa: D102
    def export_visit(self) -> None: ...  # noqa: D102
    def has_chains(self) -> bool: ...  # noqa: D102
    def leave(self) -> None: ...  # noqa: D102
    def fit(self) -> None: ...  # noqa: D102
    def zoom_in(self) -> None: ...  # noqa: D102
    def zoom_out(self) -> None: ...  # noqa: D102
    def actual_size(self) -> None: ...  # noqa: D102
    def back(self) -> None: ...  # noqa: D102
    def forward(self) -> None: ...  # noqa: D102
    def toggle_full_screen(self) -> None: ...  # noqa: D102
    def toggle_map_only(self) -> None: ...  # noqa: D102
    def is_map_only(self) -> bool: ...  # noqa: D102
    def show_problems(self) -> None: ...  # noqa: D102
    def show_about(self) -> None: ...  # noqa: D102
    def open_search(self) -> None: ...  # noqa: D102
    def choose_theme(self, choice: str) -> None: ...  # noqa: D102
    def undo(self) -> None: ...  # noqa: D102
    def redo(self) -> None: ...  # noqa: D102
    def show_switches(self) -> None: ...  # noqa: D102
    def why(self) -> None: ...  # noqa: D102
    def has_why(self) -> bool: ...  # noqa: D102
    def can_undo(self) -> bool: ...  # noqa: D102
    def can_redo(self) -> bool: ...  # noqa: D102
    def has_picture(self) -> bool: ...  # noqa: D102
    def has_map(self) -> bool: ...  # noqa: D102
    def can_go_back(self) -> bool: ...  # noqa: D102
    def can_go_forward(self) -> bool: ...  # noqa: D102
    def has_problems(self) -> bool: ...  # noqa: D102
    def is_full_screen(self) -> bool: ...  # noqa: D102
    def theme_choice(self) -> str: ...  # noqa: D102


def verbs(host: Host) -> tuple[Verb, ...]:
    """Every verb, bound to the window."""
    return (
        Verb("open", host.choose_folder, "folder-open", "Ctrl+O"),
        Verb("shipped", host.open_shipped, "house"),
        Verb("reload", host.reload, "refresh-cw", "F5"),
        Verb("picture", host.export_picture, "image", "Ctrl+E", host.has_picture),
        Verb("copy_picture", host.copy_picture, "copy", "Ctrl+Shift+C", host.has_picture),
        Verb("briefing", host.export_briefing, "", "Ctrl+P", host.has_chains),
        Verb("visit", host.export_visit, "", "Ctrl+Shift+P", host.has_chains),
        Verb("lists", host.export_lists, "", "Ctrl+L", host.has_chains),
        Verb("quit", host.leave, "log-out", "Ctrl+Q"),
        Verb("undo", host.undo, "", "Ctrl+Z", host.can_undo),
        Verb("redo", host.redo, "", "Ctrl+Shift+Z", host.can_redo),
        Verb("switches", host.show_switches, "", "Ctrl+,"),
        Verb("why", host.why, "", "Ctrl+I", host.has_why),
        Verb("fit", host.fit, "maximize", "", host.has_map),
        Verb("zoom_in", host.zoom_in, "zoom-in", "Ctrl+=", host.has_map),
        Verb("zoom_out", host.zoom_out, "zoom-out", "Ctrl+-", host.has_map),
        Verb("actual_size", host.actual_size, "", "Ctrl+0", host.has_map),
        Verb("back", host.back, "arrow-left", "Alt+Left", host.can_go_back),
        Verb("forward", host.forward, "arrow-right", "Alt+Right", host.can_go_forward),
        Verb("map_only", host.toggle_map_only, "expand", "F9", host.has_map, host.is_map_only),
        Verb("full_screen", host.toggle_full_screen, "monitor", "F11", checked=host.is_full_screen),
        Verb("search", host.open_search, "search", "Ctrl+K"),
        Verb("problems", host.show_problems, "triangle-alert", "", host.has_problems),
        Verb("about", host.show_about, "info"),
        *(_theme(host, choice) for choice in settings.THEMES),
    )


def _theme(host: Host, choice: str) -> Verb:
    return Verb(
        f"theme_{choice}",
        partial(host.choose_theme, choice),
        checked=lambda: host.theme_choice() == choice,
    )


class Actions:
    """The actions of one window by verb id; all are added to it so that shortcuts work."""

    def __init__(self, host: Host, window: QWidget) -> None:
        self._window = window
        self.by_id = {verb.id: VerbAction(verb, window) for verb in verbs(host)}
        window.addActions(list(self.by_id.values()))

    def refresh(self, color: str) -> None:
        """Let every action take over its state and paint its icon in ``color``."""
        for action in self.by_id.values():
            action.refresh(color)

    def some(self, *ids: str) -> list[QAction]:
        """The actions with these ids."""
        return [self.by_id[key] for key in ids]

    def menu(self, ids: tuple[str, ...], code: str = "") -> QMenu:
        """A menu of verbs; ``-`` separates."""
        menu = QMenu(text(code) if code else "", self._window)
        for key in ids:
            if key == "-":
                menu.addSeparator()
            else:
                menu.addAction(self.by_id[key])
        return menu

    def fill(self, main: QMenu, export: QMenu) -> None:
        """Fill the compact menu (文件, 视图 with 主题, 帮助) and the export menu."""
        main.addMenu(self.menu(FILE, "ui.menu.file"))
        main.addMenu(self.menu(EDIT, "ui.menu.edit"))
        view = self.menu(VIEW, "ui.menu.view")
        view.addMenu(self.menu(THEME, "ui.menu.theme"))
        main.addMenu(view)
        main.addMenu(self.menu(HELP, "ui.menu.help"))
        for key in EXPORT:
            if key == "-":
                export.addSeparator()
            else:
                export.addAction(self.by_id[key])
