"""The files of the open folder beside what they say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from liantu.model.atlas import Atlas

if TYPE_CHECKING:  # else where it is read, which the first frame does not wait for
    from liantu.library.keeping.base import Base


@dataclass(frozen=True, slots=True, eq=False)
class Disk:
    """Files as they were read or written, and the atlas that they read as, with its places."""

    base: Base
    atlas: Atlas


def changed_count(disk: Disk, atlas: Atlas) -> int:
    """How many things of ``atlas`` the files do not hold as they are; much quicker than to tell
    what differs in them.
    """
    from liantu.library.plain import ALL, things  # noqa: PLC0415  YAML must not delay the start

    found = 0
    for kind in ALL:
        old, new = things(disk.atlas, kind), things(atlas, kind)
        for id_ in old.keys() | new.keys():
            a, b = old.get(id_), new.get(id_)
            found += a is not b and a != b
    return found
