"""``snapshot``: keep a folder as a named version, list its versions, write one into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from liantu import paths
from liantu.cli.parsing import GOOD, NOT_WRITTEN, say
from liantu.cli.usage import UsageError, emit
from liantu.library.versions.archives import ArchiveError
from liantu.library.versions.opening import folder_files
from liantu.library.versions.snapshots import Shelf, Snapshot, SnapshotError, restore, shelf, take
from liantu.wording import text

ACTIONS = ("take", "list", "restore-to")


def snapshot(arguments: argparse.Namespace) -> int:
    """Do what was asked with the versions of a folder."""
    try:
        return _RUNS[arguments.action](arguments)
    except SnapshotError as error:
        say(text(error.code, **error.params))
    except ArchiveError as error:
        say(text("cli.snapshot.damaged", reason=text(error.code, **error.params)))
    return NOT_WRITTEN


def _take(arguments: argparse.Namespace) -> int:
    folder = arguments.folder or paths.shipped_chains()
    made = take(folder, folder_files(folder), arguments.name, arguments.note)
    say(text("cli.snapshot.taken", name=made.name, path=made.path))
    return GOOD


def _list(arguments: argparse.Namespace) -> int:
    found = shelf(arguments.folder or paths.shipped_chains())
    if arguments.json:
        emit(_document(found))
        return GOOD
    for one in found.snapshots:
        words = {"time": one.time.replace("T", " "), "name": one.name, "note": one.note}
        print(text("cli.snapshot.row", **words).rstrip())
    for path, error in found.damaged:
        reason = text(error.code, **error.params)
        say(text("cli.snapshot.skipped", name=path.name, reason=reason))
    if not found.snapshots and not found.damaged:
        say(text("cli.snapshot.none"))
    return GOOD


def _restore(arguments: argparse.Namespace) -> int:
    target: Path | None = arguments.folder
    if target is None:
        raise UsageError("cli.snapshot.target")
    home = arguments.of or paths.shipped_chains()
    found = shelf(home).named(arguments.name)
    if found is None:
        raise SnapshotError("unknown", name=arguments.name)
    count = restore(found.path, target)
    say(text("cli.snapshot.restored", count=count, folder=target))
    return GOOD


_RUNS = {"take": _take, "list": _list, "restore-to": _restore}


def _document(found: Shelf) -> dict[str, object]:
    return {
        "versions": [_row(one) for one in found.snapshots],
        "damaged": [
            {"file": path.name, "reason": text(error.code, **error.params)}
            for path, error in found.damaged
        ],
    }


def _row(one: Snapshot) -> dict[str, object]:
    return {
        "name": one.name,
        "note": one.note,
        "time": one.time,
        "file": str(one.path),
        "program": one.program,
        "digest": one.digest,
        "files": len(one.files),
    }
