"""``--fill``: a sheet of asked figures that came back → what each project needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.units import FIELDS, in_units, unit
from liantu.cli.usage import UsageError
from liantu.library.importing.tables import Cell, Table, TableError, read_tables
from liantu.model import Atlas
from liantu.wording import text

_HEAD = re.compile(r"(?P<name>[^（(]*)(?:[（(](?P<unit>[^）)]*)[）)])?")
_NUMBER = re.compile(r"(?P<number>-?\d+(?:\.\d+)?)(?P<unit>\D*)")


@dataclass(frozen=True, slots=True)
class _Column:
    resource: Resource
    at: int
    unit: str


def filled(atlas: Atlas, path: Path) -> dict[str, dict[Resource, float]]:
    """Amounts in the units of budgets by project; empty cells stay unknown.

    Raises :class:`UsageError` for a file that is no such sheet, a project that there is not, and
    what is no amount.
    """
    try:
        tables = read_tables(path)
    except TableError as error:
        raise UsageError("cli.portfolio.fill", path=path, reason=str(error)) from error
    asked = text("portfolio.sheet.asks")
    for table in sorted(tables, key=lambda one: one.name != asked):
        found = _head(table)
        if found is not None:
            row, ids, columns = found
            return dict(_lines(atlas, path, table, row + 1, ids, columns))
    raise UsageError("cli.portfolio.fill.head", path=path)


def _head(table: Table) -> tuple[int, int, list[_Column]] | None:
    """The row of the heads, the column of the ids and those of amounts."""
    named = _words("id")
    for at, row in enumerate(table.rows):
        cells = [_parts(cell) for cell in row]
        ids = [column for column, (name, _) in enumerate(cells) if name in named]
        columns = list(_columns(cells))
        if ids and columns:
            return at, ids[0], columns
    return None


def _columns(cells: list[tuple[str, str]]) -> Iterator[_Column]:
    for resource, key in FIELDS.items():
        names = _words(key)
        for at, (name, told) in enumerate(cells):
            if name in names:
                yield _Column(resource, at, told or unit(resource))


def _words(key: str) -> frozenset[str]:
    return frozenset(text(f"library.import.head.{key}").split("|"))


def _parts(cell: Cell) -> tuple[str, str]:
    """The name in a head and the unit in its brackets."""
    found = _HEAD.match(cell.strip()) if isinstance(cell, str) else None
    return ((found["name"] or "").strip(), (found["unit"] or "").strip()) if found else ("", "")


def _lines(
    atlas: Atlas, path: Path, table: Table, first: int, ids: int, columns: list[_Column]
) -> Iterator[tuple[str, dict[Resource, float]]]:
    nobody = text("ui.unknown")
    for at, row in enumerate(table.rows[first:], first + 1):
        id_ = str(row[ids] or "").strip()
        told = {c: row[c.at] for c in columns if row[c.at] not in (None, "", nobody)}
        if not id_ or not told:
            continue
        if id_ not in atlas.projects:
            raise UsageError("cli.portfolio.fill.project", path=path, row=at, id=id_)
        yield id_, dict(_amounts(path, at, told))


def _amounts(
    path: Path, row: int, told: Mapping[_Column, Cell]
) -> Iterator[tuple[Resource, float]]:
    for column, cell in told.items():
        amount = _amount(column, cell)
        if amount is None:
            name, wanted = text(f"portfolio.figure.{column.resource}"), unit(column.resource)
            raise UsageError(
                "cli.portfolio.fill.amount",
                path=path,
                row=row,
                name=name,
                value=str(cell)[:40],
                unit=wanted,
            )
        yield column.resource, amount


def _amount(column: _Column, cell: Cell) -> float | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return in_units(column.resource, float(cell), column.unit)
    found = _NUMBER.fullmatch(str(cell).replace(",", "").replace(" ", ""))
    if found is None:
        return None
    return in_units(column.resource, float(found["number"]), found["unit"] or column.unit)
