"""``compare``: what changed from one version of the data to another."""

from __future__ import annotations

import argparse
from pathlib import Path

from liantu import paths
from liantu.briefing import versions
from liantu.cli.parsing import BAD_DATA, GOOD, NOT_WRITTEN, say
from liantu.cli.usage import UsageError, emit
from liantu.issues import Severity
from liantu.library.archives import ArchiveError
from liantu.library.opening import OpenedVersion, open_version
from liantu.library.snapshots import SnapshotError
from liantu.render.errors import ExportError
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison, Version, compared, reading_of
from liantu.telling.versions.rows import brief_rows, thing_rows
from liantu.telling.versions.summary import basis, board_lines, numbers, sentence
from liantu.wording import text


def compare(arguments: argparse.Namespace) -> int:
    """Print or write the comparison of two folders, zips or names of versions."""
    _known_suffix(arguments.out)
    opened = [_opened(arguments, named) for named in (arguments.before, arguments.after)]
    before, after = (_version(one, arguments.date) for one in opened)
    found = compared(before, after)
    if arguments.out is not None:
        try:
            versions.write(found, arguments.out)
        except ExportError as error:
            say(text(error.code, **error.params))
            return NOT_WRITTEN
        say(text("cli.draw.done", path=arguments.out))
    elif arguments.json:
        emit(document(found))
    else:
        _print(found)
    return BAD_DATA if before.errors or after.errors else GOOD


def _known_suffix(out: Path | None) -> None:
    wanted = " / ".join(f".{suffix}" for suffix in versions.SUFFIXES)
    if out is not None and out.suffix.casefold().removeprefix(".") not in versions.SUFFIXES:
        raise UsageError("cli.usage.suffix", wanted=wanted)


def _opened(arguments: argparse.Namespace, named: str) -> OpenedVersion:
    home = arguments.of or paths.shipped_chains()
    try:
        return open_version(named, home)
    except SnapshotError as error:
        raise UsageError(error.code, **error.params) from error
    except ArchiveError as error:
        reason = text(error.code, **error.params)
        raise UsageError("cli.compare.damaged", name=named, reason=reason) from error


def _version(one: OpenedVersion, date: str) -> Version:
    errors = one.loaded.count(Severity.ERROR)
    return Version(one.title, reading_of(one.loaded.atlas, date), errors)


def _print(found: Comparison) -> None:
    lines = [sentence(found), *board_lines(found), *basis(found), ""]
    lines += [f"{one.words} {one.before} → {one.after}（{one.turn}）" for one in numbers(found)]
    lines.append("")
    for turned in class_rows(found):
        lines.append(text("version.turned", name=turned.name, turn=turned.turn, why=turned.why))
    lines += [row.noted for row in brief_rows(found)]
    print("\n".join(lines))


def document(found: Comparison) -> dict[str, object]:
    """The comparison for JSON, plain values of every changed thing included."""
    return {
        "before": found.before.title,
        "after": found.after.title,
        "dates": [found.before.reading.date, found.after.reading.date],
        "sentence": sentence(found),
        "notes": basis(found),
        "numbers": [
            {"name": one.words, "before": one.before, "after": one.after} for one in numbers(found)
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
            for row in class_rows(found)
        ],
        "things": _things(found),
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
