"""``lists``: every list as XLSX by a template of the office, as JSON by the ids of columns, or one
as text.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.order import Kind
from liantu.cli.brief import chains_of, order_of, write
from liantu.cli.usage import UsageError, data_code, emit, known_county, reading_of, tell_scenario
from liantu.telling.lists.catalogue import LISTS, find
from liantu.telling.lists.column import Column, List, Scope, UnknownIdError, names
from liantu.telling.lists.templates import late_issues
from liantu.telling.standing import coverage_sentence
from liantu.wording import text


def lists(arguments: argparse.Namespace) -> int:
    """Write the lists of all or of some chains as XLSX, or print them: as JSON, or one as text;
    without any of these print what lists there are.
    """
    if arguments.out is not None:
        order = order_of(arguments.out, Kind.LISTS)
        return write(arguments, replace(order, template=arguments.template))
    if arguments.template:
        raise UsageError("cli.usage.lists")
    wanted = _wanted(arguments.list, arguments.county)
    loaded, reading = reading_of(arguments)
    scope = Scope(
        chains=tuple(chains_of(loaded, arguments.chain)),
        city=not arguments.chain,
        issues=(*loaded.issues, *late_issues(loaded.atlas)),
    )
    county = known_county(loaded.atlas, arguments.county)
    if arguments.json:
        emit([_as_json(item, reading, scope, county) for item in wanted], reading)
        return data_code(loaded)
    tell_scenario(reading)
    told = _lines if arguments.list else _overview
    for item in wanted:
        print(*told(item, reading, scope, county), sep="\n")
    print(coverage_sentence(reading))
    return data_code(loaded)


def _overview(item: List[Any], reading: Reading, scope: Scope, county: str) -> Iterator[str]:
    count = sum(1 for _ in _rows(item, reading, scope, county))
    yield "\t".join((item.id, item.title, text("cli.lists.rows", count=count)))


def _lines(item: List[Any], reading: Reading, scope: Scope, county: str) -> Iterator[str]:
    """The list as the window shows it at first; columns are separated by tabs."""
    rows = [*_rows(item, reading, scope, county)]
    yield text("cli.lists.title", title=item.title, count=len(rows))
    yield from filter(None, [item.remarked(reading, scope)])
    yield "\t".join(column.head for column in item.on_screen)
    for row in rows:
        yield "\t".join(" ".join(column.text(row).split()) for column in item.on_screen)


def _wanted(id_: str, county: str) -> list[List[Any]]:
    """The list asked for, else all; with a county those that name one."""
    try:
        found = [find(id_)] if id_ else list(LISTS.values())
    except UnknownIdError as error:
        near = "、".join(error.near)
        raise UsageError("cli.usage.list", id=error.wrong, near=near) from error
    kept = [item for item in found if not county or any(c.id == "county" for c in item.columns)]
    if not kept:
        raise UsageError("cli.usage.no_county", title=found[0].title)
    return kept


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
