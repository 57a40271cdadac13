"""What came back, line by line, with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from liantu.library.replies.sheets import Filled, Trouble
from liantu.library.replies.words import Amount
from liantu.model import Status
from liantu.model.task_key import TaskKey
from liantu.model.verification import Answer, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """A firm that a county names. ``id``: empty where the folder does not know it yet;
    ``name``: as it is called there, else as it was written; ``claim``: the wording of the county.
    """

    id: str
    name: str
    written: str
    capacity: Amount
    claim: str = ""
    known: bool = False

    @property
    def makes(self) -> bool:
        """Whether it is said to be in operation."""
        return self.capacity.status is Status.OPERATING


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with its answer (``None``: not answered) and the firms that it names. ``same``: it
    was taken in before, word for word. ``before``: the answer of that day that it replaces.
    """

    filled: Filled
    answer: Answer | None
    office: str
    makers: tuple[Maker, ...] = ()
    year: str = ""
    troubles: tuple[Trouble, ...] = ()
    before: Reply | None = None
    same: bool = False

    @property
    def key(self) -> TaskKey:
        """What it answers."""
        return self.filled.key


@dataclass(frozen=True, slots=True)
class Intake:
    """All files together: lines in their order, and every trouble."""

    lines: tuple[Line, ...] = ()
    files: tuple[Trouble, ...] = ()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """Of files first, then of lines."""
        return (*self.files, *(t for line in self.lines for t in line.troubles))

    @property
    def stopped(self) -> bool:
        """Whether nothing may be taken."""
        return any(trouble.stops for trouble in self.troubles)

    @property
    def answered(self) -> tuple[Line, ...]:
        """Lines that say something new, each once."""
        found: dict[tuple[object, ...], Line] = {}
        for line in self.lines:
            if line.answer is not None and not line.same:
                found.setdefault((*line.key.line, line.key.date, *line.filled.told), line)
        return tuple(found.values())

    @property
    def counties(self) -> tuple[str, ...]:
        """The counties of the lines, in their order."""
        return tuple(dict.fromkeys(line.key.county for line in self.lines))


def names_of(makers: Iterable[Maker]) -> str:
    """The names of the makers, as an answer keeps them."""
    return "、".join(maker.name for maker in makers)
