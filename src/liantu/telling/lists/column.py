"""What a list is: columns with ids, and rows that a reading has within a scope."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar

from liantu.analysis.asking import home_or_key
from liantu.analysis.reading import Reading
from liantu.issues import Issue
from liantu.jobs import each
from liantu.model import Chain, Product
from liantu.model.classes import Word
from liantu.model.target import Target
from liantu.model.verification import WHOLE
from liantu.numerals import DIGITS, rounded
from liantu.telling import classes
from liantu.telling.collation import order
from liantu.telling.figures import LEAST, MOST
from liantu.telling.lists.fill import Fill
from liantu.wording import text

Row = TypeVar("Row")
Cell = str | float | int
Mark = tuple[Word, bool]
"""A class as a badge, hollow where it is only suspected."""
MOST_NAMED = 30
"""Known ids that are named where none is near a wrong one."""


class UnknownIdError(KeyError):
    """A list or column that does not exist; ``near`` are the ids that may have been meant."""

    def __init__(self, wrong: str, known: Iterable[str]) -> None:
        super().__init__(wrong)
        ids = list(known)
        close = get_close_matches(wrong.casefold(), ids, 1)
        self.wrong = wrong
        self.near = close or ids[:MOST_NAMED]


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One fact of a row, told for reading and for calculating.

    ``text`` is what a person reads; ``value`` what spreadsheets and JSON get (default: the text),
    ``None`` where it is not known; where ``code`` is given, JSON gets that of the model in
    place of its word. ``order`` is what rows are sorted by (default: the value of a numeric
    column, else the text by pinyin), ``None`` comes last. ``kind`` tells apart what cannot be
    compared: amounts are sorted within one kind; ``counts`` names the unit of what is counted,
    which is said where no head is seen. ``parts`` makes a stacked bar of the cell,
    ``marks`` badges before it, ``pill`` (the code of a state) a small label, ``number`` puts the
    place of the row before the text (0: none). ``tip`` says more of the cell. The last word of a
    ``pair`` is less important. A column that ``grows`` gets what room is left.
    ``title`` (default: ``ui.column.<id>``) is a wording code, ``said`` is a title that is a name
    and no wording; ``width`` is in pixels, ``edit`` names the field of the record that a cell
    shows. ``fill``: the data know nothing, an office writes it into its spreadsheet. What the
    column means is told in :mod:`liantu.telling.help`.
    """

    id: str
    text: Callable[[Row], str]
    value: Callable[[Row], Cell | None] | None = None
    code: Callable[[Row], str | None] | None = None
    order: Callable[[Row], Cell | None] | None = None
    kind: Callable[[Row], str] | None = None
    parts: Callable[[Row], tuple[float, ...] | None] | None = None
    marks: Callable[[Row], tuple[Mark, ...]] | None = None
    pill: Callable[[Row], str] | None = None
    number: Callable[[Row], int] | None = None
    tip: Callable[[Row], str] | None = None
    pair: bool = False
    grows: bool = False
    numeric: bool = False
    percent: bool = False
    counts: str = ""
    title: str = ""
    said: str = ""
    edit: str = ""
    width: int = 120
    fill: Fill | None = None

    @property
    def head(self) -> str:
        """The title in words."""
        return self.said or text(self.titled)

    @property
    def titled(self) -> str:
        """The wording code of the title, which is that of what the manual says of it as well."""
        return self.title or f"ui.column.{self.id}"

    def unit(self, row: Row) -> str:
        """What a number of this row is a number of; empty where its text or its head tells."""
        if self.counts:
            return text(f"beside.unit.{self.counts}")
        return self.kind(row) if self.numeric and self.kind is not None else ""

    def amount(self, row: Row) -> Cell | None:
        """What spreadsheets get; ``None`` where it is not known."""
        return self.value(row) if self.value else self.text(row)

    def plain(self, row: Row) -> Cell | None:
        """What JSON gets: the code of the model where there is one, else the amount."""
        return self.code(row) if self.code else self.amount(row)

    def cell(self, row: Row) -> Cell:
        """What a table of text shows: the value, or in words why there is none."""
        found = self.amount(row)
        return self.text(row) if found is None else found

    def remark(self, row: Row) -> str:
        """What a number alone does not say: that it is a lower bound, or not known; else empty."""
        told = self.text(row)
        if not self.numeric or told == text("ui.none"):
            return ""
        bound = told.startswith((LEAST, MOST))
        return told if bound or (told and self.amount(row) is None) else ""

    def key(self, row: Row) -> Cell | None:
        """What the row is sorted by; ``None`` comes last in either direction."""
        if self.order is not None:
            return self.order(row)
        if self.numeric:
            return self.amount(row)
        return order(self.text(row))


def count(
    id_: str, get: Callable[[Row], int], width: int = 92, title: str = "", *, unit: str = ""
) -> Column[Row]:
    """A column of whole numbers that are always known, of one ``unit``."""
    return Column(
        id_, lambda row: str(get(row)), get, numeric=True, title=title, width=width, counts=unit
    )


def amount(
    id_: str,
    show: Callable[[Row], str],
    get: Callable[[Row], float | None],
    digits: int = DIGITS,
    *,
    percent: bool = False,
    title: str = "",
    width: int = 110,
    product: Callable[[Row], Product] | None = None,
) -> Column[Row]:
    """A column of numbers, rounded to ``digits`` after the point; ``None`` is not known. Amounts in
    the unit of a ``product`` are sorted by base units, and only among their like.
    """

    def value(row: Row) -> float | None:
        found = get(row)
        return None if found is None else rounded(found, digits)

    def base(row: Row) -> float | None:
        found = get(row)
        return None if found is None or product is None else found * product(row).base_per_unit

    return Column(
        id_,
        show,
        value,
        order=base if product else None,
        kind=(lambda row: product(row).base_unit) if product else None,
        numeric=True,
        percent=percent,
        title=title,
        width=width,
    )


class Block(enum.IntEnum):
    """Parts of a list, in their order: what is confirmed or needs no confirmation, what is still to
    be asked about, and what is secured from outside and never sought.
    """

    SURE = 0
    PENDING = 1
    SECURED = 2


FEW = 16
"""Chains between two looks whether others go first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What of a reading is listed: chains by id, a section of a single one, or with ``city`` also
    what belongs to no chain. ``issues`` are the problems of the folder.
    """

    chains: tuple[str, ...] = ()
    section: str | None = None
    city: bool = False
    issues: Sequence[Issue] = ()

    def members(self, reading: Reading) -> Iterator[tuple[Chain, str, str]]:
        """Every chain with the id and the stage id of every known product of it."""
        for key in each(self.chains, FEW):
            chain = reading.atlas.chains[key]
            for member in chain.members(self.section):
                if member.product in reading.atlas.products:
                    yield chain, member.product, member.stage

    def told(self, reading: Reading) -> Iterator[tuple[Chain, str, str]]:
        """:meth:`members`, each product once: in its own chain where that is one of them, else in
        the first that shows it.
        """
        found: dict[str, tuple[Chain, str, str]] = {}
        for chain, product, stage in self.members(reading):
            if product in found and chain.id == reading.chain_for(product):
                del found[product]
            found.setdefault(product, (chain, product, stage))
        yield from found.values()

    def judged(self, reading: Reading) -> Iterator[tuple[Chain, str, str]]:
        """:meth:`members` that have a verdict."""
        return (found for found in self.members(reading) if found[1] in reading.verdicts)

    def listed(self, reading: Reading) -> frozenset[str] | None:
        """What boards list: the chains' own products and key links; ``None`` is the whole city."""
        every = len(self.chains) > 1 and {*self.chains} >= {*reading.atlas.chains}
        if self.city or every:
            return None
        found = {p for chain in self.chains for p in home_or_key(reading.atlas, chain)}
        return frozenset(found.intersection(self.products(reading)))

    def products(self, reading: Reading) -> dict[str, None]:
        """The products with a verdict, each once."""
        return dict.fromkeys(product for _, product, _ in self.judged(reading))

    def firms(self, reading: Reading) -> list[str]:
        """Enterprises that the summaries of the chains count: of one chain in its order, of several
        in that of the atlas.
        """
        if self.city:
            return list(reading.atlas.enterprises)
        if len(self.chains) == 1:
            return list(reading.summary(self.chains[0], self.section).enterprises)
        wanted = {e for c in self.chains for e in reading.summary(c, self.section).enterprises}
        return [key for key in reading.atlas.enterprises if key in wanted]


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Generic[Row]):
    """``key`` is the id of a row, ``target`` what choosing it shows. ``screen`` and ``sheet`` are
    the ids of the columns that the window and a spreadsheet show (empty: all), ``filters`` of those
    from whose values may be chosen; all are separated by blanks. ``paper`` are the columns of a
    table on paper with their shares of its width. ``titled`` is a wording code (default:
    ``ui.list.<id>``). ``why`` is the reason of a row in a sentence, ``firm`` the enterprise to see
    first. ``aside`` says what a reader misses in the list, and why. ``block`` puts rows into
    blocks, ``None`` where there is one only; ``remark`` is a sentence about all rows, or empty.
    ``room`` is a heading (its wording code) over so many empty rows of a spreadsheet, for what only
    an office knows. ``record`` is the record that a row tells of and that can be changed there,
    ``kind`` that of those that can be added.
    """

    id: str
    columns: tuple[Column[Row], ...]
    rows: Callable[[Reading, Scope], Sequence[Row]]
    key: Callable[[Row], str]
    target: Callable[[Row], Target | None] = lambda _: None
    screen: str = ""
    sheet: str = ""
    filters: str = ""
    paper: Mapping[str, float] = field(default_factory=dict)
    titled: str = ""
    block: Callable[[Row], Block] | None = None
    remark: Callable[[Reading, Scope], str] | None = None
    why: Callable[[Row], str] | None = None
    firm: Callable[[Row], str] | None = None
    aside: Callable[[Reading, Scope], str] | None = None
    room: tuple[str, int] = ("", 0)
    record: Callable[[Row], Target | None] | None = None
    kind: str = ""

    def blocks(self, rows: Iterable[Row]) -> dict[Block, list[Row]]:
        """The rows block by block."""
        found: dict[Block, list[Row]] = {block: [] for block in Block}
        for row in rows:
            found[self.block(row) if self.block else Block.SURE].append(row)
        return found

    def remarked(self, reading: Reading, scope: Scope) -> str:
        """The sentence about all rows; empty where there is nothing to say."""
        return self.remark(reading, scope) if self.remark else ""

    def missed(self, reading: Reading, scope: Scope) -> str:
        """What a reader of the map misses in the list, and why; empty where nothing."""
        return self.aside(reading, scope) if self.aside else ""

    @property
    def offered(self) -> tuple[Column[Row], ...]:
        """The columns that the window may show: its own, then what else a spreadsheet has but the
        blank ones. One that tells the same in another form has the same head, and is not offered
        again.
        """
        found: dict[str, Column[Row]] = {}
        for column in (*self.on_screen, *self.on_sheet):
            if column.fill is None:
                found.setdefault(column.head, column)
        return tuple(found.values())

    def facet(self, id_: str, row: Row) -> tuple[str, ...]:
        """The values of a row by which it may be filtered: classes without 疑似, else the text."""
        column = self.column(id_)
        if column.marks is not None and (marks := column.marks(row)):
            return tuple(classes.word(word) for word, _ in marks)
        return tuple(several(column.text(row)))

    @property
    def title(self) -> str:
        """The name of the list in words."""
        return text(self.titled or f"ui.list.{self.id}")

    @property
    def on_screen(self) -> tuple[Column[Row], ...]:
        """The columns of the window."""
        return self.chosen(self.screen.split()) or self.columns

    @property
    def on_sheet(self) -> tuple[Column[Row], ...]:
        """The columns of a spreadsheet that names no others."""
        return self.chosen(self.sheet.split()) or self.columns

    def chosen(self, ids: Iterable[str]) -> tuple[Column[Row], ...]:
        """The columns with these ids in this order; raises :class:`UnknownIdError`."""
        return tuple(self.column(id_) for id_ in ids)

    def column(self, id_: str) -> Column[Row]:
        """A column by its id; raises :class:`UnknownIdError`."""
        for column in self.columns:
            if column.id == id_:
                return column
        raise UnknownIdError(id_, [column.id for column in self.columns])


class Identified(Protocol):
    """A row that is about one thing."""

    @property
    def id(self) -> str:
        """The id of the thing."""


Thing = TypeVar("Thing", bound=Identified)


def listed(
    id_: str,
    kind: str,
    columns: tuple[Column[Thing], ...],
    rows: Callable[[Reading, Scope], Sequence[Thing]],
    screen: str = "",
    sheet: str = "",
    filters: str = "",
    paper: Mapping[str, float] | None = None,
    titled: str = "",
    block: Callable[[Thing], Block] | None = None,
    remark: Callable[[Reading, Scope], str] | None = None,
    why: Callable[[Thing], str] | None = None,
    firm: Callable[[Thing], str] | None = None,
    aside: Callable[[Reading, Scope], str] | None = None,
    room: tuple[str, int] = ("", 0),
) -> List[Thing]:
    """A list of things of a ``kind`` of :class:`Target`, which choosing a row shows."""
    return List(
        id=id_,
        columns=columns,
        rows=rows,
        key=lambda row: row.id,
        target=lambda row: Target(kind, row.id),
        screen=screen,
        sheet=sheet,
        filters=filters,
        paper=paper or {},
        titled=titled,
        block=block,
        remark=remark,
        why=why,
        firm=firm,
        aside=aside,
        room=room,
    )


def several(words: str) -> list[str]:
    """The values of a cell that names several things."""
    return [word for word in words.split("、") if word]


def names(cell: str, value: str) -> bool:
    """Whether a cell names a value; 全市 stands for every county."""
    found = several(cell)
    return value in found or WHOLE in found
