"""``import``: the rows of a sheet into a data folder; ``template``: a sheet to be filled in."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from liantu import paths
from liantu.cli.parsing import BAD_DATA, GOOD, NOT_WRITTEN, say
from liantu.cli.usage import UsageError, emit, read
from liantu.cli.writing import known_suffix, written
from liantu.library.importing.headings import Header, guessed, header, likely_target, seen
from liantu.library.importing.lookups import lookups
from liantu.library.importing.planning import edit_of, plan
from liantu.library.importing.rows import Origin, Plan, Request, Row, State
from liantu.library.importing.tables import Table, TableError, read_tables
from liantu.library.importing.targets import Target, targets
from liantu.library.importing.trouble import Trouble
from liantu.library.importing.values import day
from liantu.library.keeping import Base, Lock, SavingError, is_shipped, save
from liantu.library.parsing.context import suggest
from liantu.library.reader import load_files
from liantu.model import Atlas
from liantu.render.export import replace_file
from liantu.wording import text

SUFFIX = ".xlsx"


def run(arguments: argparse.Namespace) -> int:
    """Show what becomes of every row, then take them in unless only that was asked for."""
    folder: Path = arguments.folder or paths.shipped_chains()
    if not arguments.dry_run and (arguments.folder is None or is_shipped(folder)):
        raise UsageError("cli.import.shipped")
    base = Base.read(folder)
    atlas = load_files(base.files).atlas
    found = plan(atlas, _request(arguments, atlas))
    _tell(found, as_json=arguments.json)
    if found.count(State.ERROR) and not arguments.skip_bad:
        say(text("cli.import.bad", count=found.count(State.ERROR)))
        return BAD_DATA
    if arguments.dry_run or not found.taken:
        return GOOD
    return _save(base, atlas, edit_of(found, arguments.file.name).change(atlas), found)


def template(arguments: argparse.Namespace) -> int:
    """Write a sheet to be filled in, with what is on record where asked."""
    from liantu.briefing.template_book import template_book  # noqa: PLC0415  only here

    out: Path = arguments.out
    known_suffix(out, [SUFFIX])
    atlas = read(arguments.folder).atlas
    book = template_book(atlas, _target(arguments.kind), full=arguments.full)
    return written(out, partial(replace_file, out, book))


def _request(arguments: argparse.Namespace, atlas: Atlas) -> Request:
    """What the arguments ask for. Raises :class:`UsageError`."""
    table = _table(arguments.file, arguments.sheet)
    target = _target(arguments.kind) if arguments.kind else likely_target(table)
    head = header(table, target)
    columns = dict(seen(table, head, guessed(head.names, target), target, lookups(atlas)))
    for asked in arguments.map:
        at, key = _mapped(asked, head, target)
        columns = {n: k for n, k in columns.items() if k != key and n != at}
        columns |= {at: key} if key else {}
    lacking = [c.label for c in target.required if c.key not in columns.values()]
    if lacking:
        raise UsageError("cli.import.lacking", columns="\u3001".join(lacking))
    request = Request(table, head, target, dict(sorted(columns.items())), _origin(arguments))
    say(_mapping(request.columns, head, target))
    return replace(request, update=not arguments.no_update, keep=arguments.keep)


def _table(path: Path, name: str) -> Table:
    try:
        tables = read_tables(path)
    except TableError as error:
        raise UsageError("cli.import.unread", path=path, reason=str(error)) from error
    chosen = [table for table in tables if (table.name == name if name else table.rows)]
    if not chosen:
        known = "\u3001".join(table.name for table in tables)
        raise UsageError("cli.import.sheet", name=name, known=known)
    return chosen[0]


def _target(name: str) -> Target:
    """The target with an id, or with the name that planners say."""
    for target in targets().values():
        if name in (target.id, target.plural, target.name):
            return target
    known = "\u3001".join(f"{target.plural} {target.name}" for target in targets().values())
    raise UsageError("cli.import.kind", name=name, known=known)


def _mapped(asked: str, head: Header, target: Target) -> tuple[int, str]:
    """Column and key of ``heading=key``; the column may be told by its number, an empty key takes
    nothing from it.
    """
    name, _, key = asked.rpartition("=")
    at = next((n for n, one in enumerate(head.names) if name in (one, str(n + 1))), -1)
    keys = {word: column.key for column in target.columns.values() for word in column.words[:1]}
    found = keys.get(key, key)
    if at < 0:
        raise UsageError("cli.import.column", name=name, known="\u3001".join(head.names))
    if found and found not in target.columns:
        near = suggest(found, target.columns) or "\u3001".join(target.columns)
        raise UsageError("cli.import.field", name=key, known=near)
    return at, found


def _origin(arguments: argparse.Namespace) -> Origin:
    try:
        date = day(arguments.source_date)
    except Trouble as trouble:
        raise UsageError("cli.import.date", problem=str(trouble)) from trouble
    return Origin(arguments.source_title, arguments.source_publisher, date)


def _mapping(columns: Mapping[int, str], head: Header, target: Target) -> str:
    """Which column is taken for what, in one line."""
    pairs = (f"{head.names[at]} \u2192 {target.columns[key].label}" for at, key in columns.items())
    return text("cli.import.mapping", kind=target.name, columns="\u3001".join(pairs))


def _tell(found: Plan, *, as_json: bool) -> None:
    if as_json:
        counts = {str(state): found.count(state) for state in State}
        emit(
            {
                "counts": counts,
                "things": dict(found.things),
                "rows": [_plain(r) for r in found.rows],
            }
        )
        return
    for row in found.rows:
        if row.state is not State.SAME:
            print(_line(row))
    counted = (f"{_word(state)} {found.count(state)}" for state in State if found.count(state))
    print(text("cli.import.counts", rows=len(found.rows), states="\u3001".join(counted)))


def _line(row: Row) -> str:
    notes = row.told
    return "\t".join((str(row.number), _word(row.state), row.name, notes)).rstrip()


def _plain(row: Row) -> dict[str, object]:
    notes = [{"column": note.key, "text": note.words} for note in row.notes]
    return {"row": row.number, "state": str(row.state), "name": row.name, "notes": notes}


def _word(state: State) -> str:
    return text(f"library.import.state.{state}")


def _save(base: Base, before: Atlas, after: Atlas, found: Plan) -> int:
    """Write what changed, unless somebody else has the folder open."""
    lock = Lock.take(base.folder, paths.state_folder())
    try:
        if lock.holder is not None:
            say(text("cli.import.held", user=lock.holder.user, machine=lock.holder.machine))
            return NOT_WRITTEN
        saved = save(base, before, after, paths.state_folder())
    except SavingError as error:
        say(error.words())
        return NOT_WRITTEN
    finally:
        if lock.holder is None:
            lock.release()
    say(text("cli.import.done", things=found.told, files="\u3001".join(saved.files)))
    return GOOD
