"""A file that came back → its lines as they stand, by the hidden keys and by the heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from liantu.library.importing.tables import Table
from liantu.library.replies.words import folded, tidy
from liantu.model.task_key import TaskKey, task_key
from liantu.wording import text

_GIVEN = ("key", "product")
_FILLED = ("answer", "firm", "amount", "year", "proof")


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with a file or a line; one that ``stops`` keeps everything from being taken.
    ``row`` counts from 1 as in a spreadsheet; 0 is the file as a whole.
    """

    file: str
    row: int
    code: str
    params: Mapping[str, object]
    stops: bool = True

    @property
    def words(self) -> str:
        """The sentence."""
        return text(self.code, **self.params)

    @property
    def place(self) -> str:
        """File and row in words."""
        code = "library.reply.place" if self.row else "library.reply.place.file"
        return text(code, file=self.file, row=self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A line with what was written into it, tidied; ``product`` are the words that it asks by."""

    file: str
    row: int
    key: TaskKey
    product: str = ""
    answer: str = ""
    firm: str = ""
    amount: str = ""
    year: str = ""
    proof: str = ""

    @property
    def told(self) -> tuple[str, ...]:
        """What the county wrote."""
        return self.answer, self.firm, self.amount, self.year, self.proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A file that came back; ``office``: who filled it in, empty where nobody is named."""

    name: str
    office: str = ""
    lines: tuple[Filled, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def returned(name: str, tables: Sequence[Table]) -> Returned:
    """What a file holds; a file that is no 摸底任务单 any more has a trouble and no lines."""
    for table in tables:
        if (at := _head(table)) is not None:
            return _read(name, table, at)
    return Returned(name=name, troubles=(Trouble(name, 0, "library.reply.no_table", {}),))


def _words(id_: str) -> str:
    return folded(text(f"brief.task.{id_}"))


def _head(table: Table) -> int | None:
    """The row of the heads: where both what is asked and the answers stand."""
    wanted = {_words("product"), _words("answer")}
    cells = ([folded(tidy(c)) for c in row] for row in table.rows)
    return next((at for at, row in enumerate(cells) if wanted <= set(row)), None)


def _read(name: str, table: Table, at: int) -> Returned:
    heads = [folded(tidy(cell)) for cell in table.rows[at]]
    columns = {i: heads.index(_words(i)) for i in (*_GIVEN, *_FILLED) if _words(i) in heads}
    lost = [text(f"brief.task.{i}") for i in (*_GIVEN, *_FILLED) if i not in columns]
    twice = [text(f"brief.task.{i}") for i in columns if heads.count(_words(i)) > 1]
    if lost or twice:
        code = "library.reply.heads" if lost else "library.reply.heads_twice"
        trouble = Trouble(name, at + 1, code, {"names": "、".join(lost or twice)})
        return Returned(name=name, troubles=(trouble,))
    found = list(_lines(name, table, at + 1, columns))
    lines = tuple(one for one in found if isinstance(one, Filled))
    troubles = tuple(one for one in found if isinstance(one, Trouble))
    if not lines and not troubles:
        troubles = (Trouble(name, 0, "library.reply.no_lines", {}),)
    return Returned(name=name, office=_office(table, at), lines=lines, troubles=troubles)


def _lines(
    name: str, table: Table, first: int, columns: Mapping[str, int]
) -> Iterator[Filled | Trouble]:
    end = folded(text("brief.task.hints"))
    for at, row in enumerate(table.rows[first:], first + 1):
        if any(folded(tidy(cell)) == end for cell in row):
            return
        told = {id_: tidy(row[columns[id_]]) for id_ in ("product", *_FILLED)}
        key = task_key(row[columns["key"]])
        if key is not None:
            yield Filled(file=name, row=at, key=key, **told)
        elif any(told.values()):
            yield Trouble(name, at, "library.reply.no_key", {})


def _office(table: Table, head: int) -> str:
    """Who filled it in: what stands behind the words that ask for it."""
    asked = folded(text("brief.task.filler"))
    for row in table.rows[:head]:
        cells = [tidy(cell) for cell in row]
        at = next((i for i, words in enumerate(cells) if _is_asked(words, asked)), None)
        if at is not None:
            own = folded(cells[at])[len(folded(asked)) :]
            return own or next((c for c in cells[at + 1 :] if c and c != cells[at]), "")
    return ""


def _is_asked(words: str, asked: str) -> bool:
    return bool(words) and folded(words).startswith(folded(asked))
