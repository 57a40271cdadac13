"""What was edited here on top of what the files say now. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from liantu.document.disk import Disk
from liantu.document.saving import Outside
from liantu.jobs import Progress
from liantu.library.editing import RefusedError, edited
from liantu.library.merging import Merged, Side, drafts, merge
from liantu.library.three_ways import Conflict
from liantu.model import Atlas
from liantu.wording import table, text

__all__ = ["Decided", "Rebase", "Side", "begun", "finished", "told"]

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
    sound = not theirs.unread
    merged = merge(mine, theirs, disk.atlas, sound=sound, progress=progress)
    return Rebase(mine, outside, merged)


def finished(rebase: Rebase, decided: Decided) -> Atlas | RefusedError:
    """Both together, or why they do not go together."""
    try:
        return edited(rebase.mine, drafts(rebase.merged, decided))
    except RefusedError as error:
        return error


def told(conflict: Conflict, atlas: Atlas) -> tuple[str, str, str]:
    """What a conflict is about, what was edited here, and what others say."""
    kind = text(f"library.kind.{conflict.kind}")
    thing = f"{kind} {_name(conflict, atlas)}"
    keys = [table().get(f"ui.field.{key}", key) for key in conflict.path]
    about = text("ui.conflict.about", thing=thing, keys=" · ".join(keys)) if keys else thing
    return about, _value(conflict.ours), _value(conflict.theirs)


def _name(conflict: Conflict, atlas: Atlas) -> str:
    for things in (atlas.products, atlas.enterprises, atlas.chains):
        thing = things.get(conflict.id)
        if thing is not None:
            return str(getattr(thing, "name", conflict.id))
    return conflict.id


def _value(value: object) -> str:
    if value is None:
        return text("ui.differing.nothing")
    if isinstance(value, dict):
        return "；".join(f"{table().get(f'ui.field.{k}', k)} {_value(v)}" for k, v in value.items())
    if isinstance(value, list):
        return "、".join(map(_value, value))
    return str(value)
