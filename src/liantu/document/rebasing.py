"""What was edited here on top of what the files say now. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.document.disk import Disk
from liantu.document.saving import Outside
from liantu.issues import Severity
from liantu.jobs import Progress
from liantu.library.editing import RefusedError, edited
from liantu.library.merging import Merged, Side, drafts, merge
from liantu.library.three_ways import Conflict
from liantu.model import Atlas

__all__ = ["Decided", "Rebase", "Side", "begun", "finished"]

Decided = Mapping[Conflict, Side]


@dataclass(frozen=True, slots=True, eq=False)
class Rebase:
    """``mine`` as it was edited here, and what the changes of others make of it."""

    mine: Atlas
    outside: Outside
    merged: Merged


def begun(disk: Disk, mine: Atlas, outside: Outside, progress: Progress) -> Rebase:
    """What both sides changed since ``disk`` was read; raises ``Cancelled``."""
    theirs = outside.loaded.atlas
    sound = not outside.loaded.count(Severity.ERROR)
    merged = merge(mine, theirs, disk.atlas, sound=sound, progress=progress)
    return Rebase(mine, outside, merged)


def finished(rebase: Rebase, decided: Decided) -> Atlas | RefusedError:
    """Both together, or why they do not go together."""
    try:
        return edited(rebase.mine, drafts(rebase.merged, decided))
    except RefusedError as error:
        return error
