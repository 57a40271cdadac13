"""问题清单 and 事项清单: what stands against a chain, and what its office has to see to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.asking import FIRST
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.gates import Effect
from liantu.model.standing import Certainty
from liantu.telling.answer import answer
from liantu.telling.lists import office
from liantu.telling.lists.column import Column, Scope, listed
from liantu.telling.lists.office import blank
from liantu.telling.lists.row import counties_of, gate_words
from liantu.telling.names import brief
from liantu.telling.standing import remedy_word
from liantu.telling.whom import users
from liantu.wording import text

NAMED = 4
"""Enterprises that a row names."""
TASKS = 3
"""Rows of each board that are tasks of a chain."""
_BINDING = (Effect.SHUT, Effect.ASK)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ProblemRow:
    """A problem of a product: its ``kind`` in words, and what it is."""

    reading: Reading
    kind: str
    verdict: Verdict
    told: str

    @property
    def id(self) -> str:
        """The id of the product."""
        return self.verdict.product

    @property
    def name(self) -> str:
        """Its name."""
        return self.reading.atlas.products[self.id].name

    @property
    def chain(self) -> str:
        """The chain that owns it."""
        found = self.reading.atlas.chains.get(self.reading.chain_for(self.id))
        return found.label if found else text("ui.none")

    @property
    def concerned(self) -> Sequence[str]:
        """Who makes it, else who needs it."""
        return self.verdict.makers or users(self.reading, self.verdict)


def _problems(reading: Reading, scope: Scope) -> list[ProblemRow]:
    """What is weak, what is thin, whose capacity is not known, what policy binds, and the gaps that
    are to be verified first.
    """
    wanted = scope.listed(reading)
    inside = [v for v in reading.verdicts.values() if wanted is None or v.product in wanted]
    kinds = ("weak", "thin", "unknown", "gate")
    rows = [row for kind in kinds for row in _of_kind(reading, kind, inside)]
    asked = (q.product for q in reading.questions if wanted is None or q.product in wanted)
    first = [reading.verdicts[product] for product, _ in zip(asked, range(FIRST), strict=False)]
    verify = text("ui.problem.verify")
    return rows + [_row(reading, verify, v, answer(reading, v.product)) for v in first]


def _of_kind(reading: Reading, kind: str, inside: Iterable[Verdict]) -> Iterator[ProblemRow]:
    for verdict in inside:
        if told := _told(reading, kind, verdict):
            yield _row(reading, text(f"ui.problem.{kind}"), verdict, told)


def _told(reading: Reading, kind: str, verdict: Verdict) -> str:
    """The problem in a sentence; empty where there is none of the kind."""
    if kind in ("weak", "thin"):
        word = Word.WEAK if kind == "weak" else Word.THIN
        return answer(reading, verdict.product) if word in verdict.words else ""
    if kind == "gate":
        bound = [g for g in verdict.gates if g.effect in _BINDING]
        concerned = verdict.local or verdict.uses
        return "；".join(gate_words(reading, g) for g in bound) if concerned else ""
    unknown = verdict.balance.supply_unknown if verdict.balance and verdict.uses else 0
    return text("ui.problem.unknown.told", count=unknown) if verdict.makers and unknown else ""


def _row(reading: Reading, kind: str, verdict: Verdict, told: str) -> ProblemRow:
    return ProblemRow(reading=reading, kind=kind, verdict=verdict, told=told)


def _tasks(reading: Reading, scope: Scope) -> list[ProblemRow]:
    """The first rows of the three boards of each chain, each product once."""
    found: dict[str, ProblemRow] = {}
    for chain in scope.chains:
        for board in Board:
            for score in reading.rows(board, chain)[:TASKS]:
                verdict = reading.verdicts[score.product]
                told = answer(reading, score.product)
                kind = text(f"standing.board.{board}")
                found.setdefault(score.product, _row(reading, kind, verdict, told))
    return list(found.values())


def _task(row: ProblemRow) -> str:
    """What is to be done; what is not confirmed is to be verified first."""
    if row.verdict.certainty is Certainty.SUSPECTED:
        return text("ui.task.verify", product=row.name)
    remedy = remedy_word(row.verdict)
    return text("ui.task", remedy=remedy, product=row.name) if remedy else row.name


def _firms(row: ProblemRow) -> str:
    found = [brief(row.reading.atlas.enterprises[e]) for e in row.concerned]
    return "、".join(found[:NAMED]) or text("ui.none")


def _county(row: ProblemRow) -> str:
    return "、".join(counties_of(row.reading, row.concerned)) or text("ui.none")


COLUMNS: tuple[Column[ProblemRow], ...] = (
    Column("chain", lambda r: r.chain),
    Column("problem_kind", lambda r: r.kind, width=92),
    Column("task", _task, width=240),
    Column("product", lambda r: r.name, width=170),
    Column("told", lambda r: r.told, title="ui.column.problem_told", width=400),
    Column("concerned", _firms, width=200),
    Column("county", _county, width=110),
    blank("measure", width=190),
    *office.COLUMNS,
)
_SEEN = "chain problem_kind product told concerned county"

LISTS = (
    listed(
        "problems",
        "product",
        COLUMNS,
        _problems,
        _SEEN,
        f"{_SEEN} measure responsible deadline progress contact",
        "chain problem_kind county",
    ),
    listed(
        "tasks",
        "product",
        COLUMNS,
        _tasks,
        "chain task told concerned county",
        f"chain task told concerned county {office.IDS}",
        "chain county",
    ),
)
