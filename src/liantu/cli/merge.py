"""``merge``: a colleague's folder into ours, with what both changed told and decided."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from liantu import paths
from liantu.cli.changing import own_folder
from liantu.cli.parsing import GOOD, NOT_WRITTEN, say
from liantu.cli.usage import UsageError, emit
from liantu.issues import Severity
from liantu.library.editing import Draft, RefusedError, edited
from liantu.library.keeping import Base, SavingError, save
from liantu.library.merging import Merged, Side, drafts, left, merge
from liantu.library.reader import load_files
from liantu.library.three_ways import Conflict, Taken
from liantu.library.versions.archives import ArchiveError
from liantu.library.versions.opening import OpenedVersion, common_version, open_version
from liantu.library.versions.snapshots import SnapshotError
from liantu.library.writing.writer import UnsoundError
from liantu.model import Atlas
from liantu.telling.versions.conflicts import (
    conflict_row,
    doubles,
    left_line,
    refused_lines,
    renamed_lines,
    sum_line,
    taken_line,
)
from liantu.telling.versions.values import Names
from liantu.wording import text


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """What is merged: ours as read, theirs, and what came of it; ``based`` on a common version."""

    base: Base
    ours: Atlas
    theirs: OpenedVersion
    merged: Merged
    based: bool

    @property
    def names(self) -> Names:
        return Names(self.ours, self.theirs.loaded.atlas)


def run(arguments: argparse.Namespace) -> int:
    """Merge, tell what was done, and write unless it is a trial or something is not decided."""
    case = _case(arguments)
    side = Side.THEIRS if arguments.theirs else Side.OURS if arguments.mine else None
    if arguments.json:
        emit(_document(case))
    else:
        _print(case)
    if case.merged.conflicts and side is None:
        say(text("cli.merge.undecided", count=len(case.merged.conflicts)))
        return NOT_WRITTEN
    decided = dict.fromkeys(case.merged.conflicts, side or Side.OURS)
    for one in left(case.merged, decided):
        say(left_line(case.names, one))
    if arguments.dry_run:
        say(text("cli.merge.trial"))
        return GOOD
    found = drafts(case.merged, decided)
    return _write(case, found) if found else GOOD


def _case(arguments: argparse.Namespace) -> _Case:
    home = own_folder(arguments.into)
    base = Base.read(home)
    theirs = _opened(arguments, arguments.source)
    known = _opened(arguments, arguments.base) if arguments.base else _common(arguments)
    if known is not None:
        say(text("cli.merge.base", name=known.title))
    ours = load_files(base.files).atlas
    sound = not theirs.loaded.count(Severity.ERROR)
    was = known.loaded.atlas if known is not None else None
    merged = merge(ours, theirs.loaded.atlas, was, sound=sound)
    return _Case(base, ours, theirs, merged, known is not None)


def _opened(arguments: argparse.Namespace, named: str) -> OpenedVersion:
    try:
        return open_version(named, arguments.into)
    except SnapshotError as error:
        raise UsageError(error.code, **error.params) from error
    except ArchiveError as error:
        reason = text(error.code, **error.params)
        raise UsageError("cli.compare.damaged", name=named, reason=reason) from error


def _common(arguments: argparse.Namespace) -> OpenedVersion | None:
    found = common_version(arguments.into, arguments.source)
    if found is None:
        say(text("cli.merge.baseless"))
    return _opened(arguments, str(found.path)) if found is not None else None


def _print(case: _Case) -> None:
    lines = [sum_line(case.merged, case.theirs.title, based=case.based)]
    lines += [taken_line(case.names, one) for one in case.merged.taken]
    for one in case.merged.conflicts:
        row = conflict_row(case.names, one)
        words = {"about": row.about, "ours": row.ours, "theirs": row.theirs}
        lines.append(text("cli.merge.conflict", base=row.base or "—", **words) + row.note)
    lines += renamed_lines(case.names, case.merged)
    lines += doubles(case.ours, case.theirs.loaded.atlas)
    print("\n".join(lines))


def _write(case: _Case, found: tuple[Draft, ...]) -> int:
    try:
        after = edited(case.ours, found)
        save(case.base, case.ours, after, paths.state_folder())
    except RefusedError as error:
        for line in refused_lines(error):
            say(line)
        return NOT_WRITTEN
    except SavingError as error:
        say(error.words())
        return NOT_WRITTEN
    except UnsoundError as error:
        say(text("cli.merge.unsound", place=error.place))
        return NOT_WRITTEN
    say(text("cli.merge.done", folder=case.base.folder, count=len(found)))
    return GOOD


def _document(case: _Case) -> dict[str, object]:
    return {
        "taken": [_plain(one) for one in case.merged.taken],
        "conflicts": [{**_plain(one), "base": one.base} for one in case.merged.conflicts],
        "renamed": {f"{kind}:{old}": new for (kind, old), new in case.merged.renamed.items()},
    }


def _plain(one: Taken | Conflict) -> dict[str, object]:
    about = {"kind": one.kind, "id": one.id, "path": list(one.path)}
    return {**about, "ours": one.ours, "theirs": one.theirs}
