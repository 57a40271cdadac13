"""What the window says about the folder as a whole: title, status line, banner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from liantu.analysis.compare import compare
from liantu.analysis.reading import Reading
from liantu.document.session import Session
from liantu.telling.status import status_line
from liantu.ui.dialogs.problems import counts
from liantu.ui.shell import Shell
from liantu.ui.widgets.banner import Banner
from liantu.wording import text

STATE = "state"
"""What the banner tells about when the folder has problems."""

MOST_NAMES = 6


class Notices:
    """``show_problems`` and ``open_shipped`` are what the banner offers."""

    def __init__(
        self,
        shell: Shell,
        banner: Banner,
        show_problems: Callable[[], None],
        open_shipped: Callable[[], None],
    ) -> None:
        self._shell, self._banner = shell, banner
        self._show_problems, self._open_shipped = show_problems, open_shipped

    def tell_reading(self, folder: Path) -> None:
        """A folder is being read."""
        self._shell.say(text("ui.reading", folder=folder))

    def tell_state(self, session: Session) -> None:
        """How the folder stands now."""
        reading = session.reading
        self._shell.say(status_line(reading, session.folder))
        region = reading.atlas.library.region.name
        title = f"{text('ui.app')} · {region}" if region else text("ui.app")
        self._shell.setWindowTitle(title)

    def tell_problems(self, session: Session) -> None:
        """What reading the folder found."""
        errors, warnings = counts(session.issues)
        if not errors and not warnings:
            self._banner.withdraw(STATE)
            return
        some = bool(session.reading.atlas.chains)
        code = "ui.problems.some" if some else "ui.problems.nothing"
        words = text(code, errors=errors, warnings=warnings, folder=session.folder)
        words += session.reading.atlas.lacking
        offers = [(text("ui.problems.show"), self._show_problems)]
        if not some:
            offers.append((text("ui.verb.shipped"), self._open_shipped))
        self._banner.tell(words, offers, "bad" if errors else "note", about=STATE)

    def tell_changes(self, before: Reading, now: Reading) -> None:
        """What a new date changes, against the one before; nothing where the date is the same."""
        found = compare(before.diagnosis, now.diagnosis) if before.date != now.date else ()
        if not found:
            return
        gained = [c.product for c in found if c.gained]
        lost = [c.product for c in found if c.lost]
        products = now.atlas.products
        shown = [products[p].name for p in (*gained, *lost)[:MOST_NAMES]]
        numbers = {"gained": len(gained), "lost": len(lost), "changed": len(found)}
        names = "、".join(shown) or text("ui.none")
        self._banner.tell(text("ui.changes", date=before.date, names=names, **numbers))

    def tell_missing(self, chain: str) -> None:
        """The chain that was asked for is not there."""
        self._banner.tell(text("ui.chain.missing", id=chain), kind="bad")

    def tell_failure(self, error: Exception) -> None:
        """Reading went wrong for a reason that nobody foresaw."""
        self._banner.tell(text("ui.reading.failed", reason=error), kind="bad", about=STATE)
