"""What the window says about the folder as a whole: title, status line, banner."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from liantu.analysis.reading import Reading
from liantu.document.session import Session
from liantu.telling.changes import Changes, changes
from liantu.telling.line import joined
from liantu.ui.dialogs.problems import counts
from liantu.ui.habits.fault import offers, told
from liantu.ui.seen import looking
from liantu.ui.shell import Shell
from liantu.ui.widgets.banner import Banner, Note
from liantu.ui.work.finding import Finder, is_large
from liantu.wording import issue_text, text

if TYPE_CHECKING:
    from liantu.library.editing import RefusedError

STATE = "state"
"""What the banner tells about when the folder has problems."""

LOADING = "loading"
"""What the banner tells about while another folder than the shown one is being read."""

REFUSED = "refused"
"""What the banner tells about when an edit was not made."""

CHANGES = "changes"
"""What the banner tells about after another date or other assumptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """What the banner offers to do; ``select`` takes the id of a product."""

    show_problems: Callable[[], None]
    open_shipped: Callable[[], None]
    undo: Callable[[], None]
    redo: Callable[[], None]
    select: Callable[[str], None]


class Notices:
    """Tells by the banner and the status line of ``shell``."""

    def __init__(self, shell: Shell, banner: Banner, offers: Offers) -> None:
        self._shell, self._banner, self._offers = shell, banner, offers
        self._finder = Finder(banner)
        self._former: tuple[Note, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether it is still being found out what changed."""
        return self._finder.running

    def stop(self) -> None:
        """Leave no thread behind."""
        self._finder.stop()

    def tell_reading(self, folder: Path) -> None:
        """A folder is being read."""
        self._former = self._banner.told
        self._shell.say(text("ui.reading", folder=folder))

    def tell_slow(self, folder: Path, give_up: Callable[[], None]) -> None:
        """Reading takes a while; the user may give it up."""
        self._banner.tell_progress(text("ui.reading", folder=folder), give_up, LOADING)

    def tell_progress(self, done: int, total: int) -> None:
        """So many of so many files are read."""
        self._banner.step(done, total, LOADING)

    def end_reading(self) -> None:
        """Nothing is being read any more."""
        self._banner.withdraw(LOADING)

    def tell_state(self, session: Session) -> None:
        """How the folder stands now."""
        reading = session.reading
        at = session.saved_at
        saved = text("ui.saved.at", time=f"{at:%H:%M:%S}") if at is not None else ""
        self._shell.say(joined(looking.status(reading, session.folder), saved))
        self.tell_title(session)

    def tell_title(self, session: Session) -> None:
        """The city, and whether something is not saved."""
        region = session.reading.atlas.library.region.name
        title = f"{text('ui.app')} · {region}" if region else text("ui.app")
        if session.dirty:
            title = text("ui.unsaved.title", title=title)
        self._shell.setWindowTitle(title)

    def tell_problems(self, session: Session) -> None:
        """What reading the folder found."""
        errors, warnings = counts(session.issues)
        if not errors and not warnings:
            self._banner.withdraw(STATE)
            return
        some = bool(session.reading.atlas.chains)
        code = "ui.problems.nothing"
        if some:
            code = "ui.problems.some" if errors else "ui.problems.warned"
            code = code if warnings else "ui.problems.errors"
        words = text(code, errors=errors, warnings=warnings, folder=session.folder)
        words += session.reading.atlas.lacking
        offers = [(text("ui.problems.show"), self._offers.show_problems)]
        if not some:
            offers.append((text("ui.verb.shipped"), self._offers.open_shipped))
        self._banner.tell(words, offers, "bad" if errors else "note", about=STATE)

    def tell_changes(self, before: Reading, session: Session) -> None:
        """What another date or other assumptions change, each change to be clicked; the step can
        be taken back from here. In a large folder they are told once a worker knows them.
        """
        self._finder.forget(CHANGES)
        now = session.reading
        job = partial(changes, before, now, _step(session))
        take = partial(self._show_changes, session, now)
        if is_large(now):
            self._finder.now(CHANGES, job, take)
        else:
            take(job())

    def _show_changes(self, session: Session, now: Reading, found: Changes | None) -> None:
        if session.reading is not now:
            return
        if found is None:
            self._banner.withdraw(CHANGES)
            return
        offers = [(text("ui.verb.undo"), self._offers.undo)] if session.can_undo else []
        offers += [(text("ui.verb.redo"), self._offers.redo)] if session.can_redo else []
        items = [(words, partial(self._offers.select, product)) for product, words in found.rows]
        self._banner.tell(found.words, offers, about=CHANGES, items=items)

    def leave_changes(self) -> None:
        """Tell no changes: those that were told are of another date."""
        self._finder.forget(CHANGES)
        self._banner.withdraw(CHANGES)

    def tell_refused(self, error: RefusedError) -> None:
        """An edit would have made bad data."""
        words = dict.fromkeys(issue_text(fault.issue) for fault in error.faults)
        self._banner.tell(text("ui.edit.refused", words="".join(words)), kind="bad", about=REFUSED)

    def tell_blocked(self, words: str) -> None:
        """Nothing can be edited now."""
        self._banner.tell(words, kind="bad", about=REFUSED)

    def leave_city(self) -> None:
        """What was told of the city before is not true of this one: what changed or was taken in
        there, where it was saved.
        """
        self._finder.forget(CHANGES)
        self._banner.forget(self._former)

    def tell_missing(self, words: str) -> None:
        """The chain that was asked for is not there."""
        self._banner.tell(words, kind="bad")

    def tell_failure(self, error: Exception) -> None:
        """Reading went wrong for a reason that nobody foresaw."""
        words = text("ui.reading.failed", reason=told(error))
        self._banner.tell(words, offers(error), "bad", about=STATE)


def _step(session: Session) -> str:
    """What the last step was."""
    way, label = session.history.moved
    if way not in ("undo", "redo") or not label:
        return label
    return text("ui.step.named", verb=text(f"ui.verb.{way}"), step=label)
