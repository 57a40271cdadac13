"""设置: its window, and what happens when something is chosen in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from liantu.ui.parts import Parts
from liantu.ui.remembered import settings as stored
from liantu.ui.style import typesize
from liantu.ui.verbs.scenario import show_assumptions
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import is_ready
from liantu.wording import issue_text

if TYPE_CHECKING:
    from liantu.library.editing import RefusedError
    from liantu.ui.dialogs.settings.window import SettingsDialog


def show_settings(parts: Parts) -> None:
    """Let the user change the settings; what the folder says is edited, and can be undone."""
    from liantu.ui.dialogs.settings.folders import FoldersPage  # noqa: PLC0415  not at the start
    from liantu.ui.dialogs.settings.judging import JudgingPage  # noqa: PLC0415
    from liantu.ui.dialogs.settings.looks import LooksPage  # noqa: PLC0415
    from liantu.ui.dialogs.settings.templates import TemplatesPage  # noqa: PLC0415
    from liantu.ui.dialogs.settings.window import SettingsDialog  # noqa: PLC0415

    shown = parts.shell.findChild(SettingsDialog)
    if shown is not None and shown.isVisible():
        shown.activateWindow()
        return
    atlas, kept = parts.bridge.session.atlas, parts.shell.settings
    dialog = SettingsDialog(
        LooksPage(kept, typesize.running()),
        JudgingPage(atlas.library),
        TemplatesPage(atlas),
        FoldersPage(kept, parts.bridge.session.folder),
        parts.shell,
    )
    _connect_window(dialog, parts)
    _connect_folder(dialog, parts)
    dialog.show()


def _connect_window(dialog: SettingsDialog, parts: Parts) -> None:
    looks, folders = dialog.looks, dialog.folders
    looks.theme_chosen.connect(parts.shell.choose_theme)
    looks.size_chosen.connect(partial(_choose_size, parts))
    looks.restart_asked.connect(partial(_start_again, parts))
    folders.kept_chosen.connect(partial(_keep, parts))
    folders.forget_asked.connect(partial(_forget, parts))


def _connect_folder(dialog: SettingsDialog, parts: Parts) -> None:
    bridge = parts.bridge
    for page in (dialog.judging, dialog.templates):
        page.edited.connect(bridge.edit)
    dialog.judging.assumptions_asked.connect(partial(show_assumptions, parts, numbers=True))
    _Following(dialog, parts)


class _Following(QObject):
    """Lets the pages show what the folder says once it says something else, as after an undo."""

    def __init__(self, dialog: SettingsDialog, parts: Parts) -> None:
        super().__init__(dialog)
        self._dialog, self._session = dialog, parts.bridge.session
        bridge = parts.bridge
        for signal in (bridge.stepped, bridge.opened):
            signal.connect(self._on_stepped)
        bridge.refused.connect(self._on_refused)
        bridge.blocked.connect(self._show)

    def _on_stepped(self) -> None:
        self._show("")

    def _on_refused(self, error: RefusedError) -> None:
        self._show(issue_text(error.faults[0].issue) if error.faults else "")

    def _show(self, words: str) -> None:
        """What the folder says, and why something was not taken."""
        atlas = self._session.atlas
        self._dialog.judging.show_library(atlas.library)
        self._dialog.templates.show_atlas(atlas)
        for page in (self._dialog.judging, self._dialog.templates):
            page.tell(words)


def _choose_size(parts: Parts, size: str) -> None:
    parts.shell.settings.type_size = size
    stored.save(parts.shell.settings)


def _keep(parts: Parts, count: int) -> None:
    parts.shell.settings.recent = count
    stored.save(parts.shell.settings)


def _forget(parts: Parts) -> None:
    from liantu.ui.remembered import export_memory  # noqa: PLC0415  not at the start

    stored.forget(parts.shell.settings)
    export_memory.forget()


def _start_again(parts: Parts) -> None:
    """Close the window and open it anew on the same folder, once nothing is unsaved."""
    from liantu.ui.habits.afresh import start_again  # noqa: PLC0415  not at the start

    folder = parts.bridge.session.folder

    def go() -> None:
        parts.shell.close_anyway()
        start_again(folder)

    parts.leaving.leave(go)


VERBS = (
    Verb(
        id="settings",
        menu=Menu.EDIT,
        run=show_settings,
        keys=("Ctrl+,",),
        apart=True,
        enabled=is_ready,
    ),
)
