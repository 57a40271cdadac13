"""The facts of 看板 as plain values: sentences finished, figures with units, targets to follow.

``telling.poster.chain`` and ``telling.poster.city`` compute them of a reading; ``diagram.poster``
draws them; papers and slides print the same sentences.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from liantu.model.boards import Board
from liantu.model.target import Target
from liantu.telling.composition import Piece
from liantu.telling.mark import Mark

T = TypeVar("T")

# -- head


@dataclass(frozen=True, slots=True)
class Head:
    """``title``; ``place``: region, field, date, scenario and what is counted, in one line.
    ``whole`` names and counts all products (全链84个环节); ``pieces`` are the composition bar in
    its order; ``figures`` the line at its right: key links, main materials. ``besides``: what is
    weak or thin of what is made here, which the map marks and the bar does not part.
    """

    title: str
    place: str
    whole: str
    pieces: tuple[Piece, ...]
    figures: str
    besides: tuple[Mark, ...] = ()


# -- line network


@dataclass(frozen=True, slots=True)
class Station:
    """A product of the network. ``told``: at most two lines below the name, each as variants from
    long to short, of which the first that fits is drawn; ``local``: counts as made here.
    """

    product: str
    name: str
    mark: Mark
    local: bool
    told: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """The way between two stations that follow each other. ``live``: both are local; ``words``:
    how goods go and how much a year (管道 18.1万吨), empty where no record says. ``mark`` is that
    of the gap which breaks the way (``None`` for a live one): it gives the dashed line its colour.
    """

    source: str
    target: str
    live: bool
    words: str = ""
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """A 产品线: ``stations`` are product ids in flow order, ``score`` is 9站通5站."""

    id: str
    name: str
    score: str
    stations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """Lines share stations: ``stations`` holds each product once, ``joints`` each way once.
    ``ways`` are in order of importance: a drawing with less room takes the first ones.
    """

    ways: tuple[Way, ...]
    stations: tuple[Station, ...]
    joints: tuple[Joint, ...]


# -- panel


@dataclass(frozen=True, slots=True)
class Job:
    """One of 先办三件事. ``title`` says what (落实环己酮来源), ``why`` gives amount and place, one
    sentence, ``action`` the sentence after 办：; ``verify`` is what is to be verified first, empty
    where ``action`` says it. ``who`` and ``county`` name whom to ask first (empty: unknown),
    ``firm`` is the id of that enterprise, empty where it is none. ``chains``: labels of the chains
    that need it.
    """

    product: str
    board: Board
    title: str
    why: str
    action: str
    verify: str = ""
    who: str = ""
    county: str = ""
    firm: str = ""
    chains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A finished sentence (or name) and what a click on it leads to."""

    words: str
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A bar of 供需. ``need`` and ``supply`` a year in ``unit`` (base unit of the product);
    ``told``: 缺 17.7万吨 or 余 1.9万吨; ``both``: 需18.1 供20, empty where there is no supply.
    """

    product: str
    name: str
    need: float
    supply: float
    unit: str
    told: str
    both: str = ""
    short: bool = False


class Stage(enum.StrEnum):
    """How far an addition has come."""

    NEW = "new"
    BUILDING = "building"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Work:
    """A row of 在建与规划: ``name`` with the amount; ``since`` ISO (year, month or day; empty:
    unknown) is the start of production of ``NEW``, else the start of building; ``told`` are the
    words beside the mark as variants from long to short.
    """

    product: str
    name: str
    stage: Stage
    since: str
    told: tuple[str, ...]
    firm: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """A county and the makers on record in it, the most important first: (id, short name)."""

    county: str
    firms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Panel(Generic[T]):
    """Rows of a part of the panel in order of importance, with the remark beside its title."""

    rows: tuple[T, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ChainPoster:
    """All that the page of a chain says, in the order of the panel.

    ``bought``: one line of raw and steady materials with what is needed of them; ``keys``: 关键环节
    with their marks; ``foot``: coverage sentence, makers without amount, sources.
    ``jobs`` (at most three) carry the badges ①②③ on network and map.
    """

    chain: str
    head: Head
    network: Network
    overall: str
    jobs: tuple[Job, ...]
    holds: Panel[Said]
    needs: Panel[Need]
    bought: str
    works: Panel[Work]
    places: Panel[Where]
    asks: Panel[Said]
    keys: Panel[Station]
    foot: str
    date: str

    @property
    def badges(self) -> Mapping[str, int]:
        """Product id → number of its job, from 1."""
        return {job.product: number for number, job in enumerate(self.jobs, 1)}


# -- city


@dataclass(frozen=True, slots=True)
class ChainRow:
    """A chain on the city page. ``way``: its line with most local stations (marks in order) and
    ``ends`` 纯苯→锦纶帘子布 5/9; ``secured``: 81% or 在产2个, ``share`` the same as a number
    (``None``: too few are made); ``lacks``: 缺主材3, 缺部件2; ``leads``: at most two (id, short
    name). ``action``: one thing to do, no two alike on the page; ``ask``: whom first. Without a
    ``board`` nothing is sure enough to be done, and ``action`` says what is to be verified.
    ``complete``: no main material or part lacks, ``lacks`` then says how.
    """

    chain: str
    label: str
    field: str
    pieces: tuple[Piece, ...]
    total: int
    way: tuple[Mark, ...]
    joined: tuple[bool, ...]
    ends: str
    secured: str
    share: float | None
    lacks: tuple[str, ...]
    leads: tuple[tuple[str, str], ...]
    board: Board | None = None
    product: str = ""
    action: str = ""
    ask: str = ""
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """Counties × fields: makers on record, row by row; 0 is "none on record"."""

    counties: tuple[str, ...]
    fields: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Give:
    """What one chain gives another: recorded supplies, and those deduced by process (推定)."""

    giver: str
    taker: str
    recorded: int
    deduced: int


@dataclass(frozen=True, slots=True)
class CityPoster:
    """All that the page of the city says. ``rows`` by field in the order of the file; ``gives``
    only between chains that give or take (ids), ``apart`` names the rest; ``year``: what was
    commissioned, newly found and closed within twelve months, in sentences.
    """

    head: Head
    rows: tuple[ChainRow, ...]
    overall: str
    jobs: tuple[Job, ...]
    spread: Spread
    gives: tuple[Give, ...]
    apart: str
    year: tuple[str, ...]
    foot: str
    date: str
