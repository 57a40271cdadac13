"""Which projects are shown: the view, the places chosen, and what presses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from liantu.analysis.pool.standing import STANDING_STILL, Standing, Stuck, Term
from liantu.telling import work
from liantu.telling.lists.project_columns import ProjectRow
from liantu.telling.lists.projects import is_conferred, is_watched, pressing
from liantu.telling.pool import words
from liantu.wording import text

ALL, CONSULTATION, SUPERVISION, GANTT = "all", "consultation", "supervision", "gantt"
VIEWS = (ALL, CONSULTATION, SUPERVISION, GANTT)
"""What of the projects is looked at."""
PLACES: Mapping[str, Callable[[ProjectRow], str]] = {
    "chain": lambda row: work.chain_name(row.reading, row.project.chain),
    "kind": lambda row: words.kind(row.standing),
    "state": lambda row: words.stage(row.standing),
    "county": lambda row: row.project.county or text("ui.unknown"),
}
"""What rows may be chosen by, with the word of a row."""
PRESSES: Mapping[str, Callable[[Standing], bool]] = {
    "all": lambda _: True,
    "late": lambda one: one.term is Term.LATE,
    "soon": lambda one: one.term is Term.SOON,
    "stuck": lambda one: one.stuck in STANDING_STILL,
    "silent": lambda one: one.stuck is Stuck.SILENT,
    "lacking": lambda one: bool(one.lacks),
}
"""What presses, the first lets everything pass."""


@dataclass(frozen=True, slots=True)
class Sift:
    """``places``: the chosen words by their kind, empty for all."""

    view: str = ALL
    places: Mapping[str, str] | None = None
    press: str = "all"

    def before_press(self, rows: Iterable[ProjectRow]) -> list[ProjectRow]:
        """Those of the view and the places, in the order of the view."""
        chosen = {key: word for key, word in (self.places or {}).items() if word}
        found = [r for r in rows if all(PLACES[key](r) == word for key, word in chosen.items())]
        if self.view == CONSULTATION:
            return pressing([row for row in found if is_conferred(row)])
        if self.view == SUPERVISION:
            return pressing([row for row in found if is_watched(row.standing)])
        return found

    def shown(self, rows: Iterable[ProjectRow]) -> list[ProjectRow]:
        """Those that are shown."""
        passes = PRESSES[self.press]
        return [row for row in self.before_press(rows) if passes(row.standing)]
