"""文件: which folder is open, and the files of views."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from liantu import paths
from liantu.document import view_file
from liantu.document.sound import Plain
from liantu.document.view import View, plain
from liantu.model.focus import MAP, POSTER
from liantu.telling import naming
from liantu.telling.filenames import view_stem
from liantu.ui.dialogs.view import ViewDialog, views_folder
from liantu.ui.habits.single import Call
from liantu.ui.parts import Parts
from liantu.ui.remembered import places
from liantu.ui.verbs.importing import import_file, is_table
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import reason, text

VIEW = "view"
"""What the banner tells about a file of a view."""


def choose_folder(parts: Parts, look: Plain | None = None) -> None:
    """Let the user choose a data folder, to be looked at as ``look`` says."""
    before = str(parts.bridge.folder)
    found = QFileDialog.getExistingDirectory(parts.shell, text("ui.verb.open"), before)
    if found:
        open_folder(parts, Path(found), look)


def open_folder(
    parts: Parts, folder: Path, look: Plain | None = None, date: str = "", chain: str = ""
) -> None:
    """Open another folder, once what was edited in this one is saved or not wanted; at the map of
    a ``chain``, by its id or what it is called, else as it was looked at.
    """

    def go() -> None:
        parts.selection.asked = chain
        parts.banner.withdraw(VIEW)
        parts.bridge.open(folder, look, date)

    parts.leaving.leave(go)


def new_city(parts: Parts) -> None:
    """Ask what the library of a new city is to begin with, and open it."""
    from liantu.ui.dialogs.new_city.wizard import NewCityDialog  # noqa: PLC0415  not at the start

    shown = parts.shell.findChild(NewCityDialog)
    if shown is not None and shown.isVisible():
        shown.activateWindow()
        return
    dialog = NewCityDialog(parts.shell)
    dialog.founded.connect(lambda folder: open_folder(parts, folder))
    dialog.show()


def open_shipped(parts: Parts) -> None:
    """Open the data that comes with the program."""
    open_folder(parts, paths.shipped_chains())


def open_dropped(parts: Parts, dropped: Sequence[Path]) -> None:
    """Open a folder or a view that was dropped on the window; say why all else is not opened."""
    if len(dropped) == 1 and dropped[0].is_dir():
        open_folder(parts, dropped[0])
        return
    if len(dropped) == 1 and view_file.is_view(dropped[0]):
        open_view(parts, dropped[0])
        return
    if len(dropped) == 1 and is_table(dropped[0]):
        import_file(parts, dropped[0])
        return
    code = "ui.drop.several" if len(dropped) > 1 else "ui.drop.file"
    parts.banner.tell(text(code, name=dropped[0].name, count=len(dropped)), kind="bad")


def open_called(parts: Parts, call: Call) -> None:
    """What a later start of the program was asked for. A folder that is open already is only shown
    as it is looked at: nobody wants to lose the place.
    """
    start, session = Path(call.start), parts.bridge.session
    if call.start and view_file.is_view(start):
        open_view(parts, start, call.date)
    elif call.start and not places.is_folder(start):
        open_dropped(parts, [start])
    elif call.start and not places.same(start, session.folder):
        open_folder(parts, start, None, call.date, call.chain)
    else:
        if call.date:
            parts.bridge.choose_date(call.date)
        if call.chain:
            _open_chain(parts, call.chain)


def _open_chain(parts: Parts, asked: str) -> None:
    """A chain by its id or by what it is called."""
    called = naming.chains(parts.reading.atlas)
    if chain := naming.meant(asked, called).id:
        parts.selection.open_chain(chain)
    else:
        parts.banner.tell(naming.refusal("chain", asked, called), kind="bad")


def open_view(parts: Parts, path: Path, date: str = "") -> bool:
    """Look at what a file tells of, where it can be read and its folder is there; else say why not,
    and offer to choose a folder. A ``date`` wins over that of the view.
    """
    look: Plain | None = None
    try:
        seen = view_file.read(path)
    except view_file.ViewError as error:
        words = text(error.code, **error.params)
    else:
        if places.is_folder(seen.folder):
            open_folder(parts, seen.folder, seen.view, date)
            return True
        look, words = seen.view, text("ui.view.homeless", path=path, folder=seen.folder)
    offer = (text("ui.view.choose"), partial(choose_folder, parts, look))
    parts.banner.tell(words, [offer], "bad", VIEW)
    return False


def choose_view(parts: Parts) -> None:
    """Let the user choose the file of a view."""
    title, kinds = text("ui.view.open"), text("ui.view.format")
    found, _ = QFileDialog.getOpenFileName(parts.shell, title, str(views_folder()), kinds)
    if found:
        open_view(parts, Path(found))


def save_view(parts: Parts) -> None:
    """Ask for a file for what is looked at now."""
    session, focus = parts.bridge.session, parts.selection.focus
    reading, folder = session.reading, session.folder
    look = plain(View(focus, session.wanted))
    chain = focus.chain if focus.page in (MAP, POSTER) else ""
    stem = view_stem(reading.atlas, chain, text(f"ui.page.{focus.page}"), reading.date)
    dialog = ViewDialog(stem, parts.shell)
    dialog.wished.connect(lambda path: _write_view(parts, path, folder, look))
    dialog.open()


def _write_view(parts: Parts, path: Path, folder: Path, look: Plain) -> None:
    try:
        view_file.write(path, folder, look)
    except OSError as error:
        words = text("ui.view.unwritten", path=path, reason=reason(error))
        parts.banner.tell(words, kind="bad", about=VIEW)
        return
    parts.banner.tell(text("ui.view.saved", path=path), kind="good", about=VIEW)


def has_chains(parts: Parts) -> bool:
    """Whether there is anything to look at."""
    return bool(parts.reading.atlas.chains)


def reload(parts: Parts) -> None:
    """Read the folder again, once what was edited is saved or not wanted."""
    parts.leaving.leave(parts.bridge.reload)


def leave(parts: Parts) -> None:
    """Close the window."""
    parts.shell.close()


OPENING = (
    Verb(id="open", menu=Menu.FILE, run=choose_folder, icon="folder-open", keys=("Ctrl+O",)),
    Verb(id="shipped", menu=Menu.FILE, run=open_shipped, icon="house"),
    Verb(id="new_city", menu=Menu.FILE, run=new_city),
    Verb(id="reload", menu=Menu.FILE, run=reload, icon="refresh-cw", keys=("F5",)),
)
VERBS = (
    Verb(id="view_open", menu=Menu.FILE, run=choose_view, apart=True),
    Verb(id="view_save", menu=Menu.FILE, run=save_view, enabled=has_chains),
    Verb(id="quit", menu=Menu.FILE, run=leave, icon="log-out", keys=("Ctrl+Q",), apart=True),
)
