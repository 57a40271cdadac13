"""How each of the last folders was looked at, for the next time it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from liantu.document.sound import Plain, sound
from liantu.ui.remembered import marks, places

MOST = 20
"""Folders that are remembered."""
UNLISTED = "unlisted"
"""The mark of a folder that is not offered any more."""


class Views:
    """Views by folder, with what is marked of it; ``kept`` are rows as :func:`rows` reads them."""

    def __init__(self, kept: Sequence[Plain] = ()) -> None:
        self._kept = list(kept)
        self._own: list[Plain] = []

    def of(self, folder: Path) -> Plain:
        """The view of a folder; empty for one that was never seen, or long ago."""
        row = next((row for row in (*self._own, *self._kept) if _is_of(row, folder)), {})
        return {name: value for name, value in row.items() if name != "folder"}

    def keep(self, folder: Path, view: Plain) -> None:
        """Remember how a folder is looked at now."""
        others = [row for row in self._own if not _is_of(row, folder)]
        self._own = [{"folder": places.told(folder), **view}, *others]

    def folders(self) -> tuple[Path, ...]:
        """The folders to be offered, the one seen last first."""
        told = [row["folder"] for row in self._whole if not row.get(UNLISTED)]
        known = (places.found(name) for name in told)
        return tuple(folder for folder in known if folder is not None)

    def unlist(self, besides: Path) -> None:
        """Offer no folder any more but ``besides``; how they were looked at and what is starred
        there stays known.
        """
        self._own = [
            row if _is_of(row, besides) else {**row, UNLISTED: True} for row in self._whole
        ]

    def forget(self) -> None:
        """Remember nothing of what was."""
        self._kept, self._own = [], []

    @property
    def _whole(self) -> list[Plain]:
        return merged(self._own, self._kept)

    @property
    def own(self) -> list[Plain]:
        """The rows of what this window has shown, the newest first."""
        return list(self._own)


def rows(raw: object) -> list[Plain]:
    """What of a file is a view with its folder."""
    told = raw if isinstance(raw, list) else []
    return [
        {"folder": row["folder"], **sound(row), **marks.sound(row), **_flagged(row)}
        for row in told[:MOST]
        if isinstance(row, dict) and isinstance(row.get("folder"), str)
    ]


def merged(own: Sequence[Plain], others: Sequence[Plain]) -> list[Plain]:
    """The rows of this window before those that others have written meanwhile."""
    mine = {row["folder"] for row in own}
    return [*own, *(row for row in others if row["folder"] not in mine)][:MOST]


def _flagged(row: Plain) -> Plain:
    return {UNLISTED: True} if row.get(UNLISTED) is True else {}


def _is_of(row: Plain, folder: Path) -> bool:
    found = places.found(row["folder"])
    return found is not None and places.same(found, folder)
