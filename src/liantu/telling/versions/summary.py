"""What a leader reads in a minute: one sentence, the numbers, and what moved on the boards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model.boards import Board
from liantu.model.classes import ACTED_ON, ORDER
from liantu.telling import classes
from liantu.telling.versions.comparison import FIRST, Comparison, tally
from liantu.telling.versions.rows import counted
from liantu.telling.versions.values import some
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the city in both versions."""

    words: str
    before: int
    after: int

    @property
    def turn(self) -> str:
        """``+2``, ``-1`` or ``0``."""
        more = self.after - self.before
        return f"{more:+d}" if more else "0"


def sentence(found: Comparison) -> str:
    """What changed in the data and in the classes."""
    titles = {"before": found.before.title, "after": found.after.title}
    if found.same:
        return text("version.none", **titles)
    things = text("version.sum.none")
    if found.things:
        parts = "，".join(counted(found))
        things = text("version.sum.things", count=len(found.things), parts=parts)
    return text("version.sum", things=things, classes="，".join(_classes(found)), **titles)


def _classes(found: Comparison) -> Iterator[str]:
    order = sorted(
        found.classes, key=lambda c: min((ORDER[w] for w in c.after), default=len(ORDER))
    )
    gained = [c.product for c in order if c.gained]
    lost = [c.product for c in order if c.lost]
    turned = [c.product for c in order if not (c.gained or c.lost)]
    for code, products in (("gained", gained), ("lost", lost), ("turned", turned)):
        if products:
            yield text(f"version.sum.{code}", count=len(products), names=_names(found, products))
    if found.came:
        yield text("version.sum.came", count=len(found.came))
    if found.went:
        yield text("version.sum.went", count=len(found.went))
    if not (found.classes or found.came or found.went):
        yield text("version.sum.steady")


def _names(found: Comparison, products: Sequence[str]) -> str:
    return some([found.names.of("product", product) for product in products])


def numbers(found: Comparison) -> list[Number]:
    """Firms, projects, what is made here, each class that asks for action, each board, what is to
    be verified.
    """
    old, new = found.before.reading, found.after.reading
    before, after = tally(old), tally(new)
    firms = (len(old.atlas.enterprises), len(new.atlas.enterprises))
    projects = (len(old.atlas.projects), len(new.atlas.projects))
    made = [
        Number(text("version.number.firms"), *firms),
        Number(text("version.number.projects"), *projects),
        Number(text("version.number.local"), _local(old), _local(new)),
    ]
    for word in ACTED_ON:
        told = text("version.number.class", word=classes.word(word))
        made.append(Number(told, before[word], after[word]))
    for board in Board:
        name = text(f"standing.board.{board}")
        made.append(Number(name, len(old.rows(board)), len(new.rows(board))))
    asked = text("version.number.asked")
    return [*made, Number(asked, len(old.questions), len(new.questions))]


def _local(reading: Reading) -> int:
    return sum(verdict.local for verdict in reading.verdicts.values())


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
    lines = [
        text("version.dates", **dates) if found.dated else text("version.date", date=dates["after"])
    ]
    lines.append(text("version.suspected"))
    return lines + [
        text("version.errors", name=version.title, count=version.errors)
        for version in (old, new)
        if version.errors
    ]
