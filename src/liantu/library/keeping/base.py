"""What a folder held when it was read: to know what others changed, and to write only changes."""

from __future__ import annotations

import hashlib
import os
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from liantu import files
from liantu.jobs import Progress
from liantu.library.folder import data_files
from liantu.library.parsing.encoding import MAX_BYTES

Stamp = tuple[int, int]
"""Size in bytes and time of the last change in nanoseconds."""
SETTLED = 2.0
"""Seconds after which another change shows in the time of a file; FAT counts in steps of two."""
LARGE = 16_000_000
"""Bytes of a folder from which they are held packed: they are wanted for saving alone."""
_QUICK = 1
"""The level of packing that takes the least time."""


class Packed(Mapping[str, bytes]):
    """Files in a quarter of their room; each is unpacked whenever it is asked for."""

    def __init__(self) -> None:
        self._packed: dict[str, bytes] = {}

    def put(self, name: str, data: bytes) -> None:
        """Hold one more file."""
        self._packed[name] = zlib.compress(data, _QUICK)

    def __getitem__(self, name: str) -> bytes:
        return zlib.decompress(self._packed[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)

    def __contains__(self, name: object) -> bool:
        return name in self._packed


@dataclass(frozen=True, slots=True)
class Base:
    """The data files of ``folder`` by their names relative to it, with ``/`` between parts.

    ``stamps`` has those whose size and time are enough to know them again; ``unread`` those that
    could not be read, and why.
    """

    folder: Path
    files: Mapping[str, bytes]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    unread: Mapping[str, OSError] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, progress: Progress | None = None) -> Base:
        """What is there now; nothing where there is no such folder. Raises ``Cancelled`` only."""
        each = (progress or Progress()).each
        stamps: dict[str, Stamp] = {}
        unread: dict[str, OSError] = {}

        def read() -> Iterator[tuple[str, bytes]]:
            for path in each(data_files(folder)[0]):
                name = path.relative_to(folder).as_posix()
                try:
                    known = stamp(path)
                    data = files.read(path, MAX_BYTES)
                except OSError as error:
                    unread[name] = error
                    continue
                if is_settled(known):
                    stamps[name] = known
                yield name, data

        return cls(folder, held(read()), stamps, unread)

    @property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of every file."""
        return {name: digest(data) for name, data in self.files.items()}


def held(found: Iterable[tuple[str, bytes]]) -> Mapping[str, bytes]:
    """The files as they are held: as they come, and packed from there on where they are large."""
    plain: dict[str, bytes] = {}
    packed, size = Packed(), 0
    for name, data in found:
        size += len(data)
        plain[name] = data
        if size >= LARGE:
            for waiting in [*plain]:
                packed.put(waiting, plain.pop(waiting))
    return packed if packed else plain


def stamp(path: Path) -> Stamp:
    """By what a file is known again without reading it; raises ``OSError``."""
    seen = path.stat()
    return seen.st_size, seen.st_mtime_ns


def is_settled(known: Stamp) -> bool:
    """Whether a change from now on would show in the stamp."""
    return known[1] < (time.time() - SETTLED) * 1e9


def digest(data: bytes) -> str:
    """The SHA-256 of ``data`` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def ordered(held: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files in the order in which a folder is read: what stands first counts as the first."""
    return {name: held[name] for name in sorted(held, key=_place)}


def _place(name: str) -> tuple[str, str, str]:
    top, _, rest = name.partition("/")
    return top.casefold(), top, os.path.normcase(rest)
