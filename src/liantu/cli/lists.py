"""``lists``: every list as XLSX by a template of the office, or as JSON by the ids of columns."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.order import Kind
from liantu.cli.brief import chains_of, order_of, write
from liantu.cli.usage import UsageError, data_code, emit, reading_of
from liantu.telling.lists.catalogue import LISTS, find
from liantu.telling.lists.column import Column, List, Scope, UnknownIdError, names
from liantu.telling.lists.templates import late_issues
from liantu.telling.standing import coverage_sentence


def lists(arguments: argparse.Namespace) -> int:
    """Write the lists of all or of some chains as XLSX, or print them as JSON."""
    if arguments.json:
        return _print(arguments)
    if arguments.out is None:
        raise UsageError("cli.usage.lists")
    order = order_of(arguments.out, Kind.LISTS)
    return write(arguments, replace(order, template=arguments.template))


def _print(arguments: argparse.Namespace) -> int:
    wanted = _wanted(arguments.list, arguments.county)
    loaded, reading = reading_of(arguments)
    scope = Scope(
        chains=tuple(chains_of(loaded, arguments.chain)),
        city=not arguments.chain,
        issues=(*loaded.issues, *late_issues(loaded.atlas)),
    )
    emit([_as_json(item, reading, scope, arguments.county) for item in wanted], reading)
    return data_code(loaded)


def _wanted(id_: str, county: str) -> list[List[Any]]:
    """The list asked for, else all; with a county those that name one."""
    try:
        found = [find(id_)] if id_ else list(LISTS.values())
        if id_ and county:
            found[0].column("county")
    except UnknownIdError as error:
        near = "、".join(error.near)
        raise UsageError("cli.usage.list", id=error.wrong, near=near) from error
    return [item for item in found if not county or any(c.id == "county" for c in item.columns)]


def _as_json(item: List[Any], reading: Reading, scope: Scope, county: str) -> dict[str, object]:
    return {
        "id": item.id,
        "title": item.title,
        "remark": item.remarked(reading, scope),
        "coverage": coverage_sentence(reading),
        "columns": [{"id": column.id, "title": column.head} for column in _told(item)],
        "rows": [
            {column.id: column.plain(row) for column in _told(item)}
            for row in _rows(item, reading, scope, county)
        ],
    }


def _told(item: List[Any]) -> list[Column[Any]]:
    """The columns that tell something; what an office fills in is blank here."""
    return [column for column in item.columns if column.fill is None]


def _rows(item: List[Any], reading: Reading, scope: Scope, county: str) -> Iterator[Any]:
    for row in item.rows(reading, scope):
        if not county or names(item.column("county").text(row), county):
            yield row
