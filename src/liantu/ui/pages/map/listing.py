"""The one place that tells the lists under the map what to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal

from liantu.analysis.reading import Reading
from liantu.document.session import Session
from liantu.model.focus import Focus
from liantu.ui.lists.lists import Lists
from liantu.ui.pages.page import Forgetful
from liantu.ui.seen import looking
from liantu.ui.work.finding import is_large
from liantu.ui.work.turns import Turns


class Listing(QObject):
    """``settled`` carries the list in front and the scope of the enterprises, as the user left
    them.
    """

    settled = Signal(str, str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.lists = Lists()
        self._pages = self.lists.pages
        self._reading: Reading | None = None
        self._quiet = False
        self.lists.currentChanged.connect(self._tell)
        self.lists.enterprises.scope.currentIndexChanged.connect(self._tell)

    def draw(self, reading: Reading, focus: Focus) -> None:
        """Show the chain of the focus with its filters, and what is selected."""
        self._quiet = True
        if reading is not self._reading:
            self._reading = reading
            self.lists.show_folder(reading, self._session.issues)
        if focus.chain in reading.atlas.chains:
            self._show_chain(reading, focus)
        else:
            self.lists.clear_rows()
        self._quiet = False

    def _show_chain(self, reading: Reading, focus: Focus) -> None:
        section = looking.section_of(reading, focus)
        self.lists.show_chain(reading, focus.chain, section)
        scope = self.lists.enterprises.scope
        scope.setCurrentIndex(max(0, scope.findData(focus.scope)))
        self.lists.filter_county(looking.county_of(reading, focus))
        self.lists.mark(focus)
        self.lists.setCurrentWidget(self._pages[focus.list])

    def rest(self) -> None:
        """Another reading will be drawn when the lists are seen again."""
        self._reading = None
        self.lists.rest()

    def show_issues(self) -> None:
        """More problems of the same folder were found."""
        self.lists.show_folder(self._session.reading, self._session.issues)

    def _tell(self) -> None:
        if self._quiet:
            return
        self.settled.emit(self.lists.front, self.lists.enterprises.scope.currentData() or "")


class ListsPart(Forgetful):
    """The lists as a part of the page: drawn when seen, of another reading not before."""

    def __init__(self, listing: Listing, turns: Turns) -> None:
        super().__init__(listing.lists, lambda r, f: (r.serial, f), listing.draw, turns)
        self._listing = listing

    def let_go(self) -> None:
        """Hold no rows of the reading that was drawn."""
        self._listing.rest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of a large folder the map is painted before the lists below it are drawn."""
        wanted = self._wanted
        if event.type() == QEvent.Type.Show and wanted is not None and is_large(wanted[0]):
            self._turns.add(self._update_seen)
            return False
        return super().eventFilter(watched, event)
