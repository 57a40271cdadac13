"""What will be printed, seen beforehand: paper, how it lies, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from liantu.jobs import Progress
from liantu.render.leaves import LANDSCAPE, PORTRAIT, Leaf, pixels
from liantu.ui.habits.crash import hand_over
from liantu.ui.habits.fault import told
from liantu.ui.widgets.buttons import button
from liantu.ui.widgets.dialog_rows import fit
from liantu.ui.widgets.fields import Combo
from liantu.ui.widgets.pages import Pages
from liantu.ui.widgets.text import label
from liantu.ui.work.tasks import Tasks
from liantu.wording import text

PAPERS = ("A4", "A3", "A2", "A1", "A0")
SEEN_DPI = 100
"""Dots an inch of what is seen beforehand."""
SIZE = QSize(960, 560)
"""Of the dialog, px: it fits a small screen."""
SIDE = 260
_LIES: dict[str, QPageLayout.Orientation | None] = {
    "auto": None,
    "landscape": LANDSCAPE,
    "portrait": PORTRAIT,
}


Make = Callable[[str, int, Progress], Sequence[Leaf]]
"""The pages for a paper at so many dots an inch, made on any thread."""


@dataclass(frozen=True, slots=True)
class Front:
    """``title`` in words; what is ``composed`` for each paper has no need to be scaled."""

    title: str
    make: Make
    composed: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be put on ``printer``; ``turned`` is how the paper lies whatever a page is like,
    ``pages`` are the first and the last that were chosen (0: all).
    """

    printer: QPrinter
    paper: str
    turned: QPageLayout.Orientation | None
    pages: tuple[int, int] = (0, 0)


class PrintingDialog(QDialog):
    """``wished`` carries a :class:`Wish` once a printer is chosen, ``file_asked`` one for a PDF."""

    wished = Signal(object)
    file_asked = Signal(object)

    def __init__(self, front: Front, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(text("print.title", name=front.title))
        self._front = front
        self._tasks = Tasks(self)
        self.pages = Pages()
        self.paper = Combo.of("print.paper", [(p, p) for p in PAPERS])
        self.lies = Combo.of("print.lies", [(text(f"print.lies.{key}"), key) for key in _LIES])
        self.count = label("", "secondary", wrap=True)
        self.note = label("", "hint", wrap=True)
        self.to_printer = QPushButton(text("print.printer"))
        self.to_file = QPushButton(text("print.file"))
        self._assemble()
        self.paper.currentIndexChanged.connect(self._on_paper)
        self.to_printer.clicked.connect(self._choose_printer)
        self.to_file.clicked.connect(self._ask_file)
        self.finished.connect(self._tasks.stop)
        self._tell_printers()
        self._make()

    @property
    def busy(self) -> bool:
        """Whether the pages are being made."""
        return self._tasks.running

    def wish(self, printer: QPrinter) -> Wish:
        """The choices as they stand, for a printer that is told of them."""
        paper: str = self.paper.currentData()
        printer.setFullPage(True)  # the pages have margins of their own
        printer.setPageSize(QPageSize(getattr(QPageSize.PageSizeId, paper)))
        printer.setDocName(self._front.title)
        return Wish(printer, paper, _LIES[self.lies.currentData()])

    def _assemble(self) -> None:
        form = QFormLayout()
        form.addRow(label(text("print.paper")), self.paper)
        form.addRow(label(text("print.lies")), self.lies)
        leave = button(text("ui.cancel"), self.reject)
        column = QWidget()
        column.setFixedWidth(SIDE)
        for words in (self.count, self.note):
            words.setMinimumWidth(SIDE)  # or they would ask for their height at no width
        side = QVBoxLayout(column)
        side.setContentsMargins(0, 0, 0, 0)
        side.addLayout(form)
        side.addWidget(self.count)
        side.addWidget(self.note)
        side.addStretch(1)
        for act in (self.to_printer, self.to_file, leave):
            side.addWidget(act)
        box = QHBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(16)
        box.addWidget(self.pages, 1)
        box.addWidget(column)
        fit(self, SIZE)

    def _tell_printers(self) -> None:
        """Where there is no printer, why, and what can be done instead."""
        found = bool(printers())
        self.to_printer.setEnabled(found)
        main = self.to_printer if found else self.to_file
        main.setObjectName("primary")
        main.setDefault(True)
        self.note.setText(text("print.some") if found else text("print.none"))
        if not found:
            self.note.setObjectName("doubt")

    # -- what is seen

    def _on_paper(self) -> None:
        if self._front.composed:
            self._make()

    def _make(self) -> None:
        self._tasks.drop()
        make, paper = self._front.make, self.paper.currentData()

        def job(progress: Progress) -> list[bytes]:
            return [pixels(leaf, SEEN_DPI) for leaf in make(paper, SEEN_DPI, progress)]

        self.count.setText(text("print.making"))
        task = self._tasks.new(job)
        task.done.connect(self._show)
        task.failed.connect(self._on_failed)
        task.start()

    def _show(self, made: Sequence[bytes]) -> None:
        self.pages.show_pages(made, SEEN_DPI)
        code = "print.count" if self._front.composed else "print.count.scaled"
        self.count.setText(text(code, count=len(made)))

    def _on_failed(self, error: Exception) -> None:
        self.count.setText(text("ui.export.failed", reason=told(error)))
        hand_over(error)

    # -- where it goes

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        wish = self.wish(printer)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(self.pages.count, 1))
        dialog.accepted.connect(lambda: self._send(wish))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)  # its own wants a receiver

    def _send(self, wish: Wish) -> None:
        printer = wish.printer
        first, last = printer.fromPage(), printer.toPage()
        size = printer.pageLayout().pageSize().name().split(" ")[0]
        paper = size if size in PAPERS else wish.paper
        printer.setFullPage(True)
        self.wished.emit(Wish(printer, paper, wish.turned, (first, last)))
        self.accept()

    def _ask_file(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.file_asked.emit(self.wish(printer))


def printers() -> list[str]:
    """The names of the printers of this machine."""
    return list(QPrinterInfo.availablePrinterNames())
