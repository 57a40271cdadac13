"""What every word and number of the window means, once: for the manual and for tooltips."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.model.boards import Board
from liantu.model.classes import CLASSES
from liantu.model.gates import Effect, GateKind
from liantu.model.nouns import Role
from liantu.model.standing import Certainty, Remedy, Standing, Tag, Weakness
from liantu.telling.lists.catalogue import LISTS
from liantu.wording import table, text

NUMBERS = (
    *("date", "edition", "chains", "products", "local", "firms", "composition", "leads"),
    *("keys", "seen", "span", "mains", "materials", "parts", "gaps", "pending", "strong"),
    *("rise", "jobs", "score", "cover", "amount", "dots", "figures", "coverage_line"),
    *("unknown", "inferred", "stale", "estimate", "assumed", "threshold", "utilisation"),
    *("begun", "finished", "spent", "closed_rate", "links", "cost", "points", "regret"),
    *("days", "loss", "deduced"),
)
"""Numbers and signs of pages and papers, in the order in which one meets them."""

_COLUMN = "ui.column" + "."
_STOP = "\u3002"


@dataclass(frozen=True, slots=True)
class Term:
    """A word as it is seen, and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Group:
    """Words of one kind under their title."""

    title: str
    terms: tuple[Term, ...]


def word(code: str) -> str:
    """What a class means."""
    return text(f"help.word.{code}")


def standing(code: str) -> str:
    """What a standing means."""
    return text(f"help.standing.{code}")


def suspected() -> str:
    """What 疑似 means."""
    return text(f"help.certainty.{Certainty.SUSPECTED}")


def number(code: str) -> Term:
    """A number by its name, with what is counted and what it is not."""
    return Term(text(f"help.number.{code}.name"), text(f"help.number.{code}"))


def column(code: str) -> str:
    """What a column says, by the code of its title; empty where nothing is told of it."""
    name = code.removeprefix(_COLUMN).replace(".", "_")
    return table().get(f"help.column.{name}", "")


def verb(id_: str) -> str:
    """What a verb does, in one sentence; empty where nothing is told of it."""
    return table().get(f"help.verb.{id_}", "")


def lines(meaning: str) -> str:
    """A sentence a line, as a tooltip shows it."""
    return meaning.replace(_STOP, f"{_STOP}\n").rstrip("\n")


def groups() -> tuple[Group, ...]:
    """All words by kind; those of columns are told list by list in :func:`columns`."""
    return (
        Group(text("help.group.word"), tuple(_words())),
        Group(text("help.group.standing"), tuple(_standings())),
        Group(text("help.group.number"), tuple(map(number, NUMBERS))),
        Group(text("help.group.remedy"), tuple(_remedies())),
        Group(text("help.group.tag"), tuple(_tags())),
        Group(text("help.group.role"), tuple(_roles())),
        Group(text("help.group.gate"), tuple(_gates())),
    )


def columns() -> tuple[Term, ...]:
    """Every column of every list, once, in the order of the lists."""
    found = {
        c.titled: Term(c.head, column(c.titled)) for one in LISTS.values() for c in one.columns
    }
    return tuple(dict.fromkeys(found.values()))


def _words() -> Iterator[Term]:
    for row in CLASSES:
        letter = text(f"class.letter.{row.word}")
        name = text("help.lettered", name=text(f"class.word.{row.word}"), letter=letter)
        yield Term(name, word(row.word))


def _standings() -> Iterator[Term]:
    for one in Standing:
        yield Term(text(f"standing.standing.{one}"), standing(one))
    for sure in Certainty:
        yield Term(text(f"standing.certainty.{sure}"), text(f"help.certainty.{sure}"))


def _remedies() -> Iterator[Term]:
    for board in Board:
        yield Term(text(f"standing.board.{board}"), text(f"help.board.{board}"))
    for remedy in Remedy:
        yield Term(text(f"standing.remedy.{remedy}"), text(f"help.remedy.{remedy}"))


def _tags() -> Iterator[Term]:
    for tag in Tag:
        yield Term(text(f"standing.tag.{tag}"), text(f"help.tag.{tag}"))
    for weak in Weakness:
        yield Term(text(f"standing.weakness.{weak}"), text(f"help.weakness.{weak}"))


def _roles() -> Iterator[Term]:
    for role in Role:
        yield Term(text(f"standing.role.{role}"), text(f"help.role.{role}"))


def _gates() -> Iterator[Term]:
    for gate in GateKind:
        yield Term(text(f"standing.gate.{gate}"), text(f"help.gate.{gate}"))
    for effect in Effect:
        yield Term(text(f"standing.effect.{effect}"), text(f"help.effect.{effect}"))
