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
