"""What an import is asked to do, and what it finds row by row."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from liantu.library.editing import Draft
from liantu.library.importing.cells import Table
from liantu.library.importing.headings import Columns, Header
from liantu.library.importing.lookups import JOINT
from liantu.library.importing.targets import ENTERPRISE, Target
from liantu.wording import text


class State(enum.StrEnum):
    """What becomes of a row: 新增, 更新, 重复, 错误, 不读."""

    NEW = "new"
    UPDATE = "update"
    SAME = "same"
    ERROR = "error"
    PASSED = "passed"


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of rows that name none: ``title`` is empty where there is none."""

    title: str = ""
    publisher: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """Which rows are to become what. ``columns``: position in the sheet → key of the target.

    ``update``: a row that says something else of a thing on record changes it, else it is passed
    over. ``keep``: a product that nobody knows is kept with the firm as its claim.
    """

    table: Table
    header: Header
    target: Target
    columns: Columns
    origin: Origin = Origin()
    update: bool = True
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about a row; ``key``: the column that it is about, empty for the whole row."""

    words: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the sheet by its number there (from 1), what it is about and what becomes of it."""

    number: int
    state: State
    name: str = ""
    notes: tuple[Note, ...] = ()

    @property
    def told(self) -> str:
        """All that is said of it, sentence by sentence."""
        words = [note.words for note in self.notes]
        ended = [one if one.endswith("\u3002") else f"{one}\uff1b" for one in words[:-1]]
        return "".join([*ended, *words[-1:]])


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: every row that was read, and the drafts of those without an error.

    ``things``: kind → how many things of it are new or changed, capacities beside their firms.
    """

    rows: tuple[Row, ...]
    drafts: tuple[Draft, ...]
    things: Mapping[str, int] = field(default_factory=dict)

    def count(self, state: State) -> int:
        """How many rows are in a state."""
        return Counter(row.state for row in self.rows)[state]

    @property
    def taken(self) -> int:
        """How many rows change something."""
        return self.count(State.NEW) + self.count(State.UPDATE)

    @property
    def told(self) -> str:
        """What would be changed, in one line: 企业 3 家、产能 5 项; empty where nothing would."""
        shown = (kind for kind in self.things if self.things[kind])
        return JOINT.join(_counted(kind, self.things[kind]) for kind in shown)


def _counted(kind: str, count: int) -> str:
    """So many things of a kind in words: firms have a measure word of their own."""
    code = "library.import.firms" if kind == ENTERPRISE else "library.import.things"
    return text(code, kind=text(f"library.kind.{kind}"), count=count)
