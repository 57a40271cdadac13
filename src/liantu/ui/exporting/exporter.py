"""Exports and the clipboard: work in the background, told by the banner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from liantu import files
from liantu.briefing.pictures import Wish, first_file, write
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.pictures import as_image
from liantu.render.vector import Picture
from liantu.ui.habits.fault import offers, told
from liantu.ui.widgets.banner import Banner
from liantu.ui.work.tasks import Task, Tasks
from liantu.wording import text

CLIPBOARD_DPI = 192
Named = Callable[[Path], Path]
"""Where a file that is wanted at a path is written."""


class Exporter(QObject):
    """Runs one export at a time; the banner shows progress, the end and what may be done then."""

    def __init__(self, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._banner = banner
        self._tasks = Tasks(self)

    def save(
        self,
        make: Callable[[Wish], Picture | Sequence[Picture]],
        wish: Wish,
        made: bool = False,
    ) -> None:
        """Draw a wish and write its file, or one for each page, in the background, once it is
        clear where; ``made``: its folder is a new one.
        """

        def start(named: Named) -> None:
            target = named(first)
            found = wish if target == first else replace(wish, path=target)
            self.make(lambda progress: write(make(found), found, progress), made)

        first = first_file(wish)
        self.ask([first], start)

    def ask(self, wanted: Sequence[Path], start: Callable[[Named], None]) -> None:
        """Start at once where none of the files exists; else let the user say whether to replace
        what somebody may have changed by hand, or to write beside it. Closing is neither.
        """
        there = [path for path in wanted if path.exists()]
        if not there:
            start(Path)
            return
        other = files.beside(there[0])
        code = "ui.export.exists" if len(there) == 1 else "ui.export.several"
        words = text(code, name=there[0].name, count=len(there))

        def answered(named: Named) -> None:
            self._banner.withdraw("")
            start(named)

        offers = [
            (text("ui.export.replace"), partial(answered, Path)),
            (text("ui.export.beside", name=other.name), partial(answered, _unused)),
        ]
        self._banner.tell(words, offers)

    def make(self, job: Callable[[Progress], object], made: bool = False) -> None:
        """Write a larger file in the background; ``job`` returns its path. ``made``: its folder
        is a new one.
        """
        task = self._start(job, "ui.export.working")
        task.done.connect(partial(self._on_saved, made))
        task.start()

    def print(self, job: Callable[[Progress], object], words: str) -> None:
        """Send something to a printer in the background; ``words`` say that it is done."""
        task = self._start(job, "print.working")
        task.done.connect(lambda _: self._banner.tell(words, kind="good"))
        task.start()

    def copy(self, make: Callable[[Wish], Picture], wish: Wish) -> None:
        """Draw a wish and put it on the clipboard."""

        def job(progress: Progress) -> QImage:
            return as_image(make(wish), CLIPBOARD_DPI, progress)

        task = self._start(job, "ui.copy.working")
        task.done.connect(self._on_copied)
        task.start()

    def stop(self) -> None:
        """Cancel what runs."""
        self._tasks.stop()

    def _start(self, job: Callable[[Progress], object], code: str) -> Task:
        task = self._tasks.new(job)
        task.slow.connect(lambda: self._banner.tell_progress(text(code), task.cancel))
        task.progressed.connect(lambda done, total, _label: self._banner.step(done, total))
        task.failed.connect(self._on_failed)
        task.cancelled.connect(lambda: self._banner.tell(text("ui.export.cancelled")))
        return task

    def _on_saved(self, made: bool, path: Path) -> None:
        offers = [
            (text("ui.export.open"), lambda: _open(path)),
            (text("ui.export.open_folder"), lambda: _open(path.parent)),
        ]
        words = text("ui.export.done.made" if made else "ui.export.done", path=path)
        self._banner.tell(words, offers, "good")

    def _on_copied(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        words = text("ui.copy.done", width=image.width(), height=image.height())
        dpi = round(image.dotsPerMeterX() * 0.0254)
        lowered = text("ui.copy.lowered", dpi=dpi) if dpi < CLIPBOARD_DPI else ""
        self._banner.tell(words + lowered, kind="good")

    def _on_failed(self, error: Exception) -> None:
        words = told(error)
        if not isinstance(error, ExportError):
            words = text("ui.export.failed", reason=words)
        self._banner.tell(words, offers(error), "bad")


def _unused(path: Path) -> Path:
    return files.beside(path) if path.exists() else path


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
