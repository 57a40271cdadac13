"""What a leader reads in a minute: one sentence, the numbers, and what moved on the boards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.telling.assumed import assumed
from liantu.telling.versions.balances import BalanceRow, balance_rows
from liantu.telling.versions.classes import ClassRow, class_rows
from liantu.telling.versions.comparison import FIRST, Comparison
from liantu.telling.versions.numbers import Number, numbers
from liantu.telling.versions.openings import TAKES, OpeningRow, opening_rows
from liantu.telling.versions.plants import PlantRow, plant_rows, sum_words
from liantu.telling.versions.rows import brief_rows, counted
from liantu.telling.versions.values import some
from liantu.wording import text

__all__ = ["Number", "basis", "board_lines", "numbers", "sentence"]

GROUPS, IN_GROUP = 6, 6
"""Turns that a sentence tells, and links that it names of each."""
PLANTS, BALANCES, OPENINGS = 3, 3, 4
"""Plants, balances and openings that it names."""


def sentence(found: Comparison, chain: str = "") -> str:
    """What changed in the data, in the classes from what to what, and in amounts; of the same data
    under other dates or assumptions also what runs or no longer runs, and what is opened by it. Of
    a ``chain`` only what it shows, but for the data.
    """
    titles = {"before": found.before.title, "after": found.after.title}
    alike = found.before.reading.scenario.alike(found.after.reading.scenario)
    if found.same and (alike or not found.one_base):
        return text("version.none", **titles)
    if found.one_base:
        told = [
            *_plants(_shown(found, chain, plant_rows(found))),
            _classes(found, chain),
            *_balances(_shown(found, chain, balance_rows(found))),
            *_openings(_shown(found, chain, opening_rows(found))),
            *_drills(found),
        ]
        return text("version.sum.look", told="。".join(told), **titles)
    things = text("version.sum.none")
    if found.things:
        parts = "，".join(counted(found))
        things = text("version.sum.things", count=len(found.things), parts=parts)
    return text("version.sum", things=things, classes=_classes(found, chain), **titles)


def _drills(found: Comparison) -> Iterator[str]:
    """Where sides differ in what fails: that nothing of the above tells of it."""
    if found.before.reading.scenario.drill != found.after.reading.scenario.drill:
        yield text("version.drill")


def lines(found: Comparison, chain: str = "") -> list[str]:
    """All of it as text: the sentence, the basis, the numbers, then every row."""
    told = [sentence(found), *board_lines(found), *basis(found), ""]
    for one in numbers(found, chain):
        before, after = one.told
        told.append(text("version.number.line", name=one.words, before=before, after=after))
        if one.turn:
            told[-1] = text("version.number.turn", line=told[-1], turn=one.turn)
    told.append("")
    told += [
        text("version.turned", name=row.name, turn=row.turn, why=row.why)
        for row in class_rows(found, chain)
    ]
    told += [plant.line for plant in plant_rows(found)]
    told += [moved.line for moved in balance_rows(found) if moved.line]
    told += [text("version.opening.line", line=row.line) for row in opening_rows(found)]
    return told + [row.noted for row in brief_rows(found)]


Row = TypeVar("Row", PlantRow, BalanceRow, OpeningRow)


def _shown(found: Comparison, chain: str, rows: Sequence[Row]) -> Sequence[Row]:
    """The rows of products that a chain shows; all of them where none is asked for."""
    inside = found.shown(chain) if chain else None
    return [row for row in rows if inside is None or row.product in inside]


def _classes(found: Comparison, chain: str) -> str:
    """``3 个环节有变化：双酚A 由疑似短链·向上变为在产；…``: all of them where they are not many."""
    rows = class_rows(found, chain)
    if not rows:
        return text("version.sum.steady")
    turns: dict[tuple[str, str], list[ClassRow]] = {}
    for row in rows:
        turns.setdefault((row.before, _after(found, row)), []).append(row)
    told = [_turn(before, after, group) for (before, after), group in turns.items()]
    named = "；".join(told[:GROUPS])
    if len(told) > GROUPS:
        rest = sum(len(group) for group in list(turns.values())[GROUPS:])
        named = text("version.sum.rest", names=named, count=rest)
    return text("version.sum.classes", count=len(rows), turns=named)


def _after(found: Comparison, row: ClassRow) -> str:
    """The class after; what is made here only now, and is 细 or 弱 at once, is told to be made."""
    verdict = found.after.reading.verdicts.get(row.product)
    fresh = row.how == "added" and verdict is not None and verdict.local
    if fresh and verdict is not None and verdict.worst not in (None, Word.STEADY):
        return text("version.sum.made", word=row.after)
    return row.after


def _turn(before: str, after: str, rows: Sequence[ClassRow]) -> str:
    names = some([row.name for row in rows], IN_GROUP)
    return text("version.sum.turn", names=names, before=before, after=after)


def _plants(rows: Sequence[PlantRow]) -> Iterator[str]:
    if rows:
        yield sum_words(rows, PLANTS)


def _balances(rows: Sequence[BalanceRow]) -> Iterator[str]:
    """What is told is another before and after; the rest moved too little to be seen, and steam
    and power go with everything.
    """
    telling = [row for row in rows if row.line and not row.utility]
    telling = [row for row in telling if text("version.unknown") not in row.line] or telling
    if telling:
        told = "；".join(row.line for row in telling[:BALANCES])
        more = len(telling) - BALANCES
        yield text("version.sum.rest", names=told, count=more) if more > 0 else told


def _openings(rows: Sequence[OpeningRow]) -> Iterator[str]:
    takers = [row for row in rows if row.how == TAKES]
    if takers:
        supplied = "、".join(dict.fromkeys(row.supplied for row in takers))
        yield text(
            "version.sum.openings",
            supplied=supplied,
            names=some([row.line for row in takers], OPENINGS),
        )


def _assumed(found: Comparison) -> Iterator[str]:
    """What each side assumes: nobody may take it for what is."""
    for side in (found.before, found.after):
        words = assumed(side.reading)
        if words:
            yield text("version.look.assumed", name=side.title, words=words)


def _names(found: Comparison, products: Sequence[str]) -> str:
    return some([found.names.of("product", product) for product in products])


def board_lines(found: Comparison) -> list[str]:
    """What is new among the first of each board, and what is no more."""
    lines = []
    for board in Board:
        turns = zip(("in", "out"), found.board(board), strict=True)
        told = [text(f"version.board.{c}", names=_names(found, ps)) for c, ps in turns if ps]
        if told:
            name = text(f"standing.board.{board}")
            lines.append(text("version.board", board=name, most=FIRST, turns="；".join(told)))
    return lines or [text("version.board.same", most=FIRST)]


def basis(found: Comparison) -> list[str]:
    """Under which dates both were diagnosed, and what could not be compared."""
    old, new = found.before, found.after
    dates = {"before": old.reading.date, "after": new.reading.date}
    code = "version.look.dates" if found.one_base else "version.dates"
    same = "version.look.date" if found.one_base else "version.date"
    lines = [text(code, **dates) if found.dated else text(same, date=dates["after"])]
    lines += _assumed(found)
    lines.append(text("version.suspected"))
    return lines + [
        text("version.errors", name=version.title, count=version.errors)
        for version in (old, new)
        if version.errors
    ]
