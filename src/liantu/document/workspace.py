"""The open data folder: what was read, how it stands at a date, and the numbers of its chains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from liantu.analysis.diagnosis import CODES, Diagnosis, diagnose
from liantu.analysis.state import Situation, survey
from liantu.analysis.summary import ChainSummary, summarise, summarise_all
from liantu.analysis.switches import DEFAULT, Switches, starting
from liantu.document.figures import year_before
from liantu.issues import Issue
from liantu.jobs import Progress
from liantu.model import Atlas, Library, Region


@dataclass(frozen=True)
class Opened:
    """One reading of a folder at a date, complete and immutable, so that a worker may make it.

    ``earlier`` is the situation a year before, ``None`` where no date is known.
    """

    folder: Path
    atlas: Atlas
    diagnosis: Diagnosis
    issues: tuple[Issue, ...] = ()
    files: int = 0
    summaries: Mapping[str, ChainSummary] = field(default_factory=dict)
    earlier: Situation | None = None

    @property
    def situation(self) -> Situation:
        """States, makers and supplies at the date asked."""
        return self.diagnosis.situation


def read(folder: Path, date: str = "", progress: Progress | None = None) -> Opened:
    """Read ``folder`` and diagnose it at ``date``; bad data becomes issues, never an exception.

    Raises :class:`liantu.jobs.Cancelled` if ``progress`` was cancelled.
    """
    from liantu.library import load  # noqa: PLC0415  YAML must not delay the first frame

    loaded = load(folder, progress)
    empty = nothing(folder)
    opened = replace(empty, atlas=loaded.atlas, issues=loaded.issues, files=loaded.files)
    return revised(opened, date, starting(loaded.atlas))


def revised(opened: Opened, date: str, switches: Switches = DEFAULT) -> Opened:
    """The same folder at another date or under other assumptions.

    Weights only order what was found, so nothing is diagnosed anew for them.
    """
    before = opened.diagnosis
    unchanged = replace(switches, weights=before.switches.weights) == before.switches
    if opened.summaries and date == opened.situation.date and unchanged:
        return replace(opened, diagnosis=replace(before, switches=switches))
    diagnosis = diagnose(opened.atlas, date, switches)
    summaries = summarise_all(opened.atlas, diagnosis.situation)
    before_ = year_before(diagnosis.situation.date)
    earlier = survey(opened.atlas, before_, switches.counting) if before_ else None
    return replace(opened, diagnosis=diagnosis, summaries=summaries, earlier=earlier)


def nothing(folder: Path) -> Opened:
    """The state before anything was read."""
    atlas = Atlas(Library(Region(""), ""))
    return Opened(folder, atlas, diagnose(atlas))


class Workspace:
    """Holds the current :class:`Opened`; owned by the window, emits nothing."""

    def __init__(self, folder: Path) -> None:
        self.opened = nothing(folder)
        self.ready = False
        self._past: list[Switches] = []
        self._future: list[Switches] = []

    def accept(self, opened: Opened) -> None:
        """Make a finished reading the current one."""
        self.opened = opened
        self.ready = True
        self._past.clear()
        self._future.clear()

    def add_issues(self, found: Iterable[Issue]) -> None:
        """Take in what was found after the reading."""
        self.opened = replace(self.opened, issues=(*self.opened.issues, *found))

    def revise(self, date: str, switches: Switches | None = None) -> None:
        """Look at another date or under other assumptions."""
        self.opened = revised(self.opened, date, switches or self.diagnosis.switches)

    def assume(self, switches: Switches) -> None:
        """Change the assumptions as one step that can be undone."""
        if switches != self.diagnosis.switches:
            self._past.append(self.diagnosis.switches)
            self._future.clear()
            self.revise(self.situation.date, switches)

    def undo(self) -> bool:
        """Take back the last change of assumptions; whether there was one."""
        if not self._past:
            return False
        self._future.append(self.diagnosis.switches)
        self.revise(self.situation.date, self._past.pop())
        return True

    def redo(self) -> bool:
        """Do again what was undone; whether there was anything."""
        if not self._future:
            return False
        self._past.append(self.diagnosis.switches)
        self.revise(self.situation.date, self._future.pop())
        return True

    @property
    def can_undo(self) -> bool:
        """Whether :meth:`undo` does anything."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether :meth:`redo` does anything."""
        return bool(self._future)

    @property
    def folder(self) -> Path:
        """The folder of the current reading."""
        return self.opened.folder

    @property
    def atlas(self) -> Atlas:
        """Everything loaded."""
        return self.opened.atlas

    @property
    def diagnosis(self) -> Diagnosis:
        """Classes, balances and losses at the date asked."""
        return self.opened.diagnosis

    @property
    def situation(self) -> Situation:
        """States, makers and supplies at the date asked."""
        return self.opened.situation

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Problems of the current folder."""
        return self.opened.issues

    def summary(self, chain: str, section: str | None = None) -> ChainSummary:
        """Counts of a chain or section; raises ``KeyError`` for an unknown chain."""
        if section is None and chain in self.opened.summaries:
            return self.opened.summaries[chain]
        return summarise(self.atlas, self.situation, chain, section)

    def trend(self, chain: str) -> int | None:
        """Local products of a chain now, less those a year before; ``None`` if not known."""
        earlier = self.opened.earlier
        if earlier is None:
            return None
        ids = [m.product for m in self.atlas.chains[chain].members()]
        return sum(self.situation.is_local(p) - earlier.is_local(p) for p in ids)

    def class_counts(self, chain: str, section: str | None = None) -> Mapping[str, int]:
        """Products of a chain by the code of their worst class."""
        verdicts = self.diagnosis.verdicts
        members = self.atlas.chains[chain].members(section)
        found = (verdicts[m.product].worst for m in members if m.product in verdicts)
        return Counter(CODES[word] for word in found if word is not None)

    def dates(self) -> tuple[str, ...]:
        """Days on which a capacity begins or ends, in order (ISO, whole days only)."""
        rows = (c for e in self.atlas.enterprises.values() for c in e.capacities)
        days = {day for c in rows for day in (c.since, c.until) if len(day) == 10}
        return tuple(sorted(days))

    def chain_for(self, product: str, preferred: str = "") -> str:
        """A chain that shows ``product``: the preferred one, its home, else the first; or empty."""
        shown = self.atlas.chains_of.get(product, ())
        if preferred in shown:
            return preferred
        home = self.atlas.products[product].home if product in self.atlas.products else ""
        return home if home in shown else next(iter(shown), "")

    def chain_of_enterprise(self, enterprise: str, preferred: str = "") -> str:
        """A chain in which the enterprise appears: the preferred one, else the first that it names
        itself, else any; or empty.
        """
        chains = self.chains_of_enterprise(enterprise)
        if preferred in chains or not chains:
            return preferred if chains else ""
        own = self.atlas.enterprises[enterprise].chains
        return next((c for c in own if c in chains), chains[0])

    def chains_of_enterprise(self, enterprise: str) -> tuple[str, ...]:
        """Chains that list the enterprise or show one of its products, in the atlas' order."""
        found = self.atlas.enterprises.get(enterprise)
        if found is None:
            return ()
        shown = {c for item in found.capacities for c in self.atlas.chains_of.get(item.product, ())}
        return tuple(c for c in self.atlas.chains if c in shown or c in found.chains)
