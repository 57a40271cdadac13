"""``survey``: 摸底任务单, whom to ask first, at most forty lines a county."""

from __future__ import annotations

import argparse
import csv
import io
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.lists import write_list
from liantu.cli.brief import chains_of
from liantu.cli.usage import (
    data_code,
    emit,
    known_county,
    reading_of,
    tell_scenario,
)
from liantu.cli.writing import known_suffix, written
from liantu.model.verification import WHOLE
from liantu.render.export import replace_file
from liantu.telling.assumed import assumed
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Cell, Scope
from liantu.telling.lists.survey import AskRow
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

SUFFIXES = (".xlsx", ".csv")
_FORMULA = ("=", "+", "-", "@")


def survey(arguments: argparse.Namespace) -> int:
    """Print the questions, as JSON where asked, or write them to a file."""
    out: Path | None = arguments.out
    known_suffix(out, SUFFIXES)
    loaded, reading = reading_of(arguments)
    county = known_county(loaded.atlas, arguments.county)
    scope = Scope(chains=tuple(chains_of(loaded, arguments.chain)), city=not arguments.chain)
    item = find("survey")
    rows = [row for row in item.rows(reading, scope) if not county or _is_asked(row, county)]
    remark = item.remarked(reading, scope)
    if arguments.json:
        emit(_document(reading, rows, county, remark), reading)
    elif out is None:
        _print(reading, rows, county, remark)
    if out is not None and (code := written(out, partial(_write, reading, rows, out, remark))):
        return code
    return data_code(loaded)


def _is_asked(row: AskRow, county: str) -> bool:
    return county in row.counties or WHOLE in row.counties


def _document(
    reading: Reading, rows: Sequence[AskRow], county: str, remark: str
) -> dict[str, object]:
    columns = find("survey").on_sheet
    return {
        "date": reading.date,
        "county": county,
        "settled": remark,
        "coverage": coverage_sentence(reading),
        "columns": [{"id": column.id, "title": column.head} for column in columns],
        "rows": [
            {
                "id": row.id,
                "ask_firms": list(row.ask),
                "users": list(row.users),
                "counties": list(row.counties),
                **{column.id: column.plain(row) for column in columns},
            }
            for row in rows
        ],
    }


def _print(reading: Reading, rows: Sequence[AskRow], county: str, remark: str) -> None:
    region = reading.atlas.library.region.name
    tell_scenario(reading)
    print(text("cli.survey.head", place=county or region, count=len(rows), date=reading.date))
    print(coverage_sentence(reading))
    if remark:
        print(remark)
    columns = find("survey").chosen(("product", "class", "ask", "asked_users", "county"))
    for at, row in enumerate(rows, 1):
        told = (column.text(row) for column in columns)
        print("\t".join((str(at), f"{row.question.value:.1f}", *told)))


def _write(reading: Reading, rows: Sequence[AskRow], out: Path, remark: str) -> None:
    item = find("survey")
    if out.suffix.casefold() == ".xlsx":
        write_list(reading, item, rows, out, remark)
        return
    table: list[list[Cell]] = [[column.head for column in item.on_sheet]]
    table += [[column.cell(row) for column in item.on_sheet] for row in rows]
    table += [[words] for words in (assumed(reading), coverage_sentence(reading)) if words]
    replace_file(out, _csv(table))


def _csv(table: Sequence[Sequence[Any]]) -> bytes:
    """UTF-8 with a mark, as spreadsheets want it; no text becomes a formula."""
    target = io.StringIO()
    writer = csv.writer(target)
    for row in table:
        writer.writerow([_plain(cell) for cell in row])
    return target.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
