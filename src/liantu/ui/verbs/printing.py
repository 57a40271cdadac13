"""打印: what is in front, on paper."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from liantu.jobs import Progress
from liantu.ui.parts import Parts
from liantu.ui.verbs.export import has_chains
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.render.leaves import Leaf
    from liantu.ui.dialogs.printing import Front, PrintingDialog, Wish

DPI = 300
"""Dots an inch of pages that are no vectors."""


def show_printing(parts: Parts) -> None:
    """Show what is in front as it will be printed; say so where it has no pages."""
    from liantu.ui.verbs.print_front import front  # noqa: PLC0415  papers are not for the start

    found = front(parts)
    if found is None:
        parts.banner.tell(text("print.nothing"))
        return
    from liantu.ui.dialogs.printing import PrintingDialog  # noqa: PLC0415  as above

    dialog = PrintingDialog(found, parts.shell)
    dialog.wished.connect(lambda wish: _print(parts, found, wish))
    dialog.file_asked.connect(lambda wish: _ask_file(parts, found, wish, dialog))
    dialog.show()


def _print(parts: Parts, found: Front, wish: Wish) -> None:
    words = text("print.sent", name=found.title, printer=wish.printer.printerName())
    parts.exporter.print(lambda progress: put(found, wish, progress), words)


def _ask_file(parts: Parts, found: Front, wish: Wish, dialog: PrintingDialog) -> None:
    from liantu.telling.filenames import safe  # noqa: PLC0415  as above
    from liantu.ui.remembered import export_memory  # noqa: PLC0415  as above

    memory, kind = export_memory, export_memory.Kind.PAPER
    ask = QFileDialog(dialog, text("print.file").rstrip("…"), str(memory.start(kind)))
    ask.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    ask.setNameFilters([text("print.file.format")])
    ask.setDefaultSuffix("pdf")
    ask.selectFile(f"{safe(found.title)}.pdf")

    def chosen(name: str) -> None:
        memory.save(kind, memory.Choice(str(Path(name).parent)))
        parts.exporter.make(lambda progress: to_file(found, wish, Path(name), progress))
        dialog.accept()

    ask.fileSelected.connect(chosen)
    ask.finished.connect(ask.deleteLater)
    ask.open()


def put(found: Front, wish: Wish, progress: Progress) -> None:
    """Make the pages and put those that were chosen on the printer; raises ``ExportError``."""
    from liantu.render.errors import ExportError  # noqa: PLC0415  as above
    from liantu.render.leaves import print_leaves  # noqa: PLC0415  as above

    leaves = _chosen(found.make(wish.paper, DPI, progress), wish.pages)
    if not leaves or not print_leaves(wish.printer, leaves, DPI, progress, wish.turned):
        raise ExportError("print.failed", printer=wish.printer.printerName())


def _chosen(leaves: Sequence[Leaf], span: tuple[int, int]) -> Sequence[Leaf]:
    first, last = span
    return leaves[first - 1 : last] if first else leaves


def to_file(found: Front, wish: Wish, path: Path, progress: Progress) -> Path:
    """The same pages as a PDF; an older file stays until they are all there."""
    from liantu.render.export import replace_file  # noqa: PLC0415  as above

    with tempfile.TemporaryDirectory(prefix="liantu-") as name:
        made = Path(name) / "pages.pdf"
        wish.printer.setOutputFileName(str(made))
        put(found, wish, progress)
        replace_file(path, made.read_bytes())
    return path


VERBS = (
    Verb(
        id="print",
        menu=Menu.FILE,
        run=show_printing,
        keys=("Ctrl+Alt+P",),
        apart=True,
        enabled=has_chains,
    ),
)
