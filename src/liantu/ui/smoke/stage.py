"""The open window as a step of the smoke run uses it: what a planner would press and look at."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog

from liantu.diagram.segment.mapping import graph_of
from liantu.model.focus import HOME
from liantu.model.target import Target
from liantu.once import once
from liantu.ui.desk import Desk
from liantu.ui.notices import STATE
from liantu.ui.parts import Parts
from liantu.ui.smoke.faults import Faults
from liantu.ui.widgets.banner import Banner
from liantu.ui.window import Window
from liantu.ui.work.tasks import Tasks

Wait = Callable[[], bool]
"""Something that has to come about before a step goes on."""
Script = Iterator[Wait]
SHOTS = "shots"
USUAL = 2
"""Threads of a window that does nothing: its own, and the watchdog."""
Shown = TypeVar("Shown", bound=QDialog)


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
        self.findings: list[str] = []
        """What the doctor says of this machine."""
        self._tasks: list[Tasks] = []

    def watch(self) -> None:
        """Hear of a folder that cannot be read; the window is furnished by now."""
        self.desk.bridge.failed.connect(self._on_failed)

    def _on_failed(self, error: Exception) -> None:
        details = "".join(traceback.format_exception(error))
        self.faults.add("reading", f"{type(error).__name__}: {error}", details)

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

    @once
    def samples(self) -> tuple[str, ...]:
        """The chains that stand for all where all would take too long: that with most products,
        and the first other one.
        """
        reading = self.parts.reading
        size = {chain: len(graph_of(reading, chain).items) for chain in self.chains}
        largest = max(size, key=size.__getitem__, default="")
        others = [chain for chain in self.chains if chain != largest]
        return tuple(filter(None, (largest, *others[:1])))

    def stand(self) -> None:
        """On the map of a chain with a product selected; without chains on the first page."""
        chain = next((c for c in (*self.samples, *self.chains) if c in self.chains), "")
        if not chain:
            self.parts.selection.show_page(HOME)
            return
        items = graph_of(self.parts.reading, chain).items
        known = [item.id for item in items if item.id in self.parts.reading.verdicts]
        self.parts.selection.open_chain(chain)
        if known:
            self.parts.selection.pick(Target("product", known[0]), chain)

    @property
    def ready(self) -> bool:
        """Whether the first reading is shown."""
        desk = self.window.desk
        return desk is not None and desk.bridge.session.ready and self.calm

    @property
    def unread(self) -> bool:
        """Whether the folder could not be read at all, and nothing will come any more."""
        bridge = self.desk.bridge
        return not bridge.busy and not bridge.session.ready

    @property
    def calm(self) -> bool:
        """Whether all that was asked for has happened; what is made ahead may go on."""
        desk, bridge = self.desk, self.desk.bridge
        if bridge.busy or desk.home.view.board.turns.pending or desk.map.panel.canvas.busy:
            return False
        return not any(t.running for t in self._tasks) and not self._more_run()

    def _more_run(self) -> bool:
        """Whether tasks run that were not known: what works has a thread. Looking for them takes
        some ms.
        """
        if threading.active_count() <= USUAL:
            return False
        bridge = self.desk.bridge
        self._tasks = [t for t in self.window.findChildren(Tasks) if t.parent() is not bridge]
        return any(t.running for t in self._tasks)

    def is_calm(self) -> bool:
        """The same, to be waited for."""
        return self.calm

    @property
    def dialogs(self) -> list[QDialog]:
        """The dialogs on screen."""
        found = (w for w in QApplication.topLevelWidgets() if w.isVisible())
        return [w for w in found if isinstance(w, QDialog)]

    def dialog(self, kind: type[Shown]) -> Shown:
        """The dialog of that kind; raises :class:`UnmetError` where there is none."""
        found = next((d for d in self.dialogs if isinstance(d, kind)), None)
        if found is None:
            raise UnmetError(f"no {kind.__name__}")
        return found

    def tidy(self) -> None:
        """Note what was left over by a step, and take it away."""
        for dialog in self.dialogs:
            self.faults.add("dialog", f"{type(dialog).__name__}: {dialog.windowTitle()}")
            dialog.reject()
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self.window.desk is not None:
            self.parts.search.hide()
            self._tidy_banner()

    def _tidy_banner(self) -> None:
        """Bad news of the program; problems of the folder are no fault of it."""
        for banner in self.window.findChildren(Banner):
            for about, words in banner.failures.items():
                if about != STATE:
                    self.faults.add("banner", words)
                    banner.withdraw(about)

    def run(self, verb: str) -> None:
        """Choose a menu entry; raises :class:`Skipped` where it is grey."""
        action = self.desk.actions_.by_id[verb]
        if not action.isEnabled():
            raise Skipped(verb)
        action.trigger()

    def grab(self, name: str) -> None:
        """Keep how the window looks now."""
        folder = self.folder / SHOTS
        folder.mkdir(exist_ok=True)
        expect(self.window.grab().save(str(folder / f"{name}.png")), name)


def expect(true: object, words: str) -> None:
    """Raise :class:`UnmetError` with ``words`` unless something is ``true``."""
    if not true:
        raise UnmetError(words)


def save_as(dialog: QFileDialog, path: Path) -> None:
    """Type the path of a new file and press the button."""
    path.parent.mkdir(parents=True, exist_ok=True)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    buttons = dialog.findChild(QDialogButtonBox)
    expect(buttons, "no buttons")
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Save).click()
