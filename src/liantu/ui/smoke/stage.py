"""The open window as a step of the smoke run uses it: what a planner would press and look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from liantu.ui.desk import Desk
from liantu.ui.parts import Parts
from liantu.ui.smoke.faults import Faults
from liantu.ui.tasks import Tasks
from liantu.ui.window import Window

Wait = Callable[[], bool]
"""Something that has to come about before a step goes on."""
Script = Iterator[Wait]


class Skipped(Exception):  # noqa: N818  no error: there is nothing to do
    """What a step is about does not exist in this folder; the message says what."""


class UnmetError(Exception):
    """Something that a step relies on is not so; the message says what."""


@dataclass(frozen=True, slots=True)
class Step:
    """``id`` is a path of ASCII words (``map/cu``), ``title`` tells the same in Chinese. ``run``
    yields what it waits for; when it ends, the driver waits until the window is calm.
    """

    id: str
    title: str
    run: Callable[[Stage], Script]


class Stage:
    """The window with short names for its parts; ``folder`` is for the files that are made."""

    def __init__(self, window: Window, folder: Path, faults: Faults) -> None:
        self.window, self.folder, self.faults = window, folder, faults

    @property
    def desk(self) -> Desk:
        """The inside of the window; raises :class:`UnmetError` before it is furnished."""
        if self.window.desk is None:
            raise UnmetError("no desk")
        return self.window.desk

    @property
    def parts(self) -> Parts:
        """What the verbs work on."""
        return self.desk.parts

    @property
    def chains(self) -> tuple[str, ...]:
        """Ids of the chains of the folder."""
        return tuple(self.parts.reading.atlas.chains)

    @property
    def ready(self) -> bool:
        """Whether the first reading is shown."""
        desk = self.window.desk
        return desk is not None and desk.bridge.session.ready and self.calm

    @property
    def calm(self) -> bool:
        """Whether all that was asked for has happened; what is made ahead may go on."""
        desk, bridge = self.desk, self.desk.bridge
        if bridge.busy or desk.home.view.board.turns.pending or desk.map.panel.canvas.busy:
            return False
        tasks = (t for t in self.window.findChildren(Tasks) if t.parent() is not bridge)
        return not any(task.running for task in tasks)

    def is_calm(self) -> bool:
        """The same, to be waited for."""
        return self.calm

    @property
    def dialogs(self) -> list[QDialog]:
        """The dialogs on screen."""
        found = (w for w in QApplication.topLevelWidgets() if w.isVisible())
        return [w for w in found if isinstance(w, QDialog)]

    def tidy(self) -> None:
        """Note what was left over by a step, and take it away."""
        for dialog in self.dialogs:
            self.faults.add("dialog", f"{type(dialog).__name__}: {dialog.windowTitle()}")
            dialog.reject()
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if (desk := self.window.desk) is not None and (words := desk.banner.failed):
            self.faults.add("banner", words)
            desk.banner.withdraw("")

    def run(self, verb: str) -> None:
        """Choose a menu entry; raises :class:`Skipped` where it is grey."""
        action = self.desk.actions_.by_id[verb]
        if not action.isEnabled():
            raise Skipped(verb)
        action.trigger()

    def grab(self, name: str) -> None:
        """Keep how the window looks now."""
        self.window.grab().save(str(self.folder / f"{name}.png"))


def expect(true: object, words: str) -> None:
    """Raise :class:`UnmetError` with ``words`` unless something is ``true``."""
    if not true:
        raise UnmetError(words)
