"""What a leader reads in a minute: one sentence, the numbers, and what moved on the boards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.telling.assumed import assumed
from liantu.telling.versions.balances import balance_rows
from liantu.telling.versions.classes import ClassRow, class_rows
from liantu.telling.versions.comparison import FIRST, Comparison
from liantu.telling.versions.numbers import Number, numbers
from liantu.telling.versions.openings import TAKES, opening_rows
from liantu.telling.versions.plants import plant_rows, sum_words
from liantu.telling.versions.rows import brief_rows, counted
from liantu.telling.versions.values import some
from liantu.wording import text

__all__ = ["Number", "basis", "board_lines", "numbers", "sentence"]

GROUPS, IN_GROUP = 6, 6
"""Turns that a sentence tells, and links that it names of each."""
PLANTS, BALANCES, OPENINGS = 3, 3, 4
"""Plants, balances and openings that it names."""


def sentence(found: Comparison) -> str:
    """What changed in the data, in the classes from what to what, and in amounts; of the same data
    under other dates or assumptions also what runs or no longer runs, and what is opened by it.
    """
    titles = {"before": found.before.title, "after": found.after.title}
    alike = found.before.reading.scenario.alike(found.after.reading.scenario)
    if found.same and (alike or not found.one_base):
        return text("version.none", **titles)
    if found.one_base:
        told = [*_plants(found), _classes(found), *_balances(found), *_openings(found)]
        return text("version.sum.look", told="。".join(told), **titles)
    things = text("version.sum.none")
    if found.things:
        parts = "，".join(counted(found))
        things = text("version.sum.things", count=len(found.things), parts=parts)
    return text("version.sum", things=things, classes=_classes(found), **titles)


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


def _classes(found: Comparison) -> str:
    """``3 个环节有变化：双酚A 由疑似短链·向上变为在产；…``: all of them where they are not many."""
    rows = class_rows(found)
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


def _plants(found: Comparison) -> Iterator[str]:
    rows = plant_rows(found)
    if rows:
        yield sum_words(rows, PLANTS)


def _balances(found: Comparison) -> Iterator[str]:
    """What is told is another before and after; the rest moved too little to be seen, and steam
    and power go with everything.
    """
    rows = [row for row in balance_rows(found) if row.line and not row.utility]
    if rows:
        told = "；".join(row.line for row in rows[:BALANCES])
        many = len(rows) > BALANCES
        yield text("version.sum.rest", names=told, count=len(rows) - BALANCES) if many else told


def _openings(found: Comparison) -> Iterator[str]:
    rows = opening_rows(found)
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
