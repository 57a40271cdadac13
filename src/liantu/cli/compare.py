"""``compare``: two dates, scenarios or versions of the data side by side."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path

from liantu import paths
from liantu.analysis.balance import Balance
from liantu.analysis.reading import Reading
from liantu.briefing import versions
from liantu.cli.parsing import BAD_DATA, GOOD
from liantu.cli.usage import (
    SCENARIO_FILES,
    UsageError,
    emit,
    known_chain,
    known_scenario,
    read,
    unknown,
)
from liantu.cli.writing import known_suffix, written
from liantu.issues import Severity
from liantu.library.versions.archives import ArchiveError
from liantu.library.versions.opening import OpenedVersion, open_version
from liantu.library.versions.snapshots import SnapshotError, shelf
from liantu.model import Atlas
from liantu.telling import naming
from liantu.telling.assumed import named
from liantu.telling.versions.balances import BalanceRow, balance_rows
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison, Version, compared, reading_of
from liantu.telling.versions.openings import OpeningRow, opening_rows
from liantu.telling.versions.plants import PlantRow, plant_rows
from liantu.telling.versions.rows import thing_rows
from liantu.telling.versions.sides import looked, near
from liantu.telling.versions.summary import basis, board_lines, lines, numbers, sentence
from liantu.wording import text


def compare(arguments: argparse.Namespace) -> int:
    """Print or write the comparison of two sides: of one folder looked at in two ways, or of two
    folders, zips or names of versions.
    """
    known_suffix(arguments.out, _suffixes(arguments.chain))
    before, after = _sides(arguments)
    found = compared(before, after)
    chain = _known_chain(found, arguments.chain)
    if arguments.out is not None:
        out = arguments.out
        if code := written(out, partial(versions.write, found, out, chain)):
            return code
    elif arguments.json:
        emit(document(found, chain))
    else:
        print("\n".join(lines(found, chain)))
    return BAD_DATA if before.errors or after.errors else GOOD


def _suffixes(chain: str) -> tuple[str, ...]:
    """What can be written; a picture is one of both maps of a chain."""
    return (*versions.SUFFIXES, *((versions.PICTURE,) if chain else ()))


def _known_chain(found: Comparison, asked: str) -> str:
    """Raises :class:`UsageError` for a chain that one side does not have."""
    chain, before = known_chain(found.after.atlas, asked), found.before.atlas
    if chain and chain not in before.chains:
        raise unknown("chain", asked, naming.chains(before))
    return chain


def _sides(arguments: argparse.Namespace) -> tuple[Version, Version]:
    """Two versions by their names as ever, or with --from and --to both sides of one folder."""
    first, second = arguments.before or "", arguments.after or ""
    if not (arguments.since or arguments.to):
        if not (first and second):
            raise UsageError("cli.compare.sides")
        old, new = (_opened(arguments, named) for named in (first, second))
        return _version(old, arguments.date), _version(new, arguments.date)
    if second:
        raise UsageError("cli.compare.one")
    folder = Path(first) if first else arguments.of or paths.shipped_chains()
    loaded = read(folder)
    home = _Home(folder, loaded.atlas, loaded.count(Severity.ERROR), arguments.date)
    return _side(home, arguments.since), _side(home, arguments.to)


@dataclass(frozen=True, slots=True)
class _Home:
    """The folder whose ways to look and versions are compared."""

    folder: Path
    atlas: Atlas
    errors: int
    date: str


def _side(home: _Home, said: str) -> Version:
    """A date or scenario of the folder, else a version, a folder or a zip of its own."""
    found = looked(home.atlas, said, home.date) or _filed(home, said)
    if found is not None:
        return replace(found, errors=home.errors)
    try:
        return _version(open_version(said, home.folder), home.date)
    except SnapshotError as error:
        names = [one.name for one in shelf(home.folder).snapshots]
        raise UsageError(
            "version.side.unknown", name=said, near=near(home.atlas, said, names)
        ) from error
    except ArchiveError as error:
        raise _damaged(said, error) from error


def _filed(home: _Home, said: str) -> Version | None:
    """The folder under the scenario of a file; ``None`` where no such file is meant."""
    if not said.casefold().endswith(SCENARIO_FILES):
        return None
    scenario = known_scenario(home.atlas, said)
    reading = Reading.of(home.atlas, replace(scenario, date=scenario.date or home.date))
    return Version(named(reading), reading)


def _damaged(named: str, error: ArchiveError) -> UsageError:
    reason = text(error.code, **error.params)
    return UsageError("cli.compare.damaged", name=named, reason=reason)


def _opened(arguments: argparse.Namespace, named: str) -> OpenedVersion:
    home = arguments.of or paths.shipped_chains()
    try:
        return open_version(named, home)
    except SnapshotError as error:
        raise UsageError(error.code, **error.params) from error
    except ArchiveError as error:
        raise _damaged(named, error) from error


def _version(one: OpenedVersion, date: str) -> Version:
    errors = one.loaded.count(Severity.ERROR)
    return Version(one.title, reading_of(one.loaded.atlas, date), errors)


def document(found: Comparison, chain: str = "") -> dict[str, object]:
    """The comparison for JSON, plain values of every changed thing included. Numbers and classes
    are those of ``chain`` where one is named.
    """
    return {
        "before": found.before.title,
        "after": found.after.title,
        "dates": [found.before.reading.date, found.after.reading.date],
        "sentence": sentence(found),
        "notes": basis(found),
        "numbers": [
            {"name": one.words, "before": one.before, "after": one.after}
            for one in numbers(found, chain)
        ],
        "boards": board_lines(found),
        "classes": [
            {
                "product": row.product,
                "name": row.name,
                "how": row.how,
                "before": row.before,
                "after": row.after,
                "why": row.why,
            }
            for row in class_rows(found, chain)
        ],
        "plants": [_plain(row) for row in plant_rows(found)],
        "balances": [
            {**_plain(row), "amounts": [_amounts(one) for one in found.moved[row.product]]}
            for row in balance_rows(found)
        ],
        "openings": [_plain(row) for row in opening_rows(found)],
        "things": _things(found),
    }


def _plain(row: PlantRow | BalanceRow | OpeningRow) -> dict[str, object]:
    """The words of a row under their names."""
    told = {field.name: getattr(row, field.name) for field in fields(row) if field.name != "target"}
    return {**told, "line": row.line}


def _amounts(balance: Balance | None) -> dict[str, object] | None:
    """The sums in ``unit`` a year; what is not told is counted, and a surplus then ``null``."""
    if balance is None:
        return None
    return {
        "unit": balance.unit,
        "supply": balance.supply,
        "supply_unknown": balance.supply_unknown,
        "need": balance.need,
        "need_unknown": balance.need_unknown,
        "surplus": balance.surplus,
    }


def _things(found: Comparison) -> list[dict[str, object]]:
    values = {(one.kind, one.id): one for one in found.things}
    return [
        {
            "kind": row.kind,
            "id": row.id,
            "how": row.how,
            "chain": row.chain,
            "name": row.name,
            "words": row.words,
            "before": values[row.kind, row.id].before,
            "after": values[row.kind, row.id].after,
        }
        for row in thing_rows(found)
    ]
