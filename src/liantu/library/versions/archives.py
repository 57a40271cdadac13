"""The zip of a version: YAML files by name and ``manifest.json``, read within bounds.

A zip comes from anywhere: its names must stay inside a data folder, its sizes within limits that
are kept while it is unpacked, whatever it says of itself, and its files must be what the manifest
says.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from liantu import __version__
from liantu.library.folder import MAX_FILES
from liantu.library.parsing.encoding import MAX_BYTES

MANIFEST = "manifest.json"
FORMAT = 1
MOST_BYTES = 200_000_000
"""Of a packed zip."""
MOST_UNPACKED = 500_000_000
"""Of all its files together."""
_LEVEL = 6
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can tell: the same files make the same bytes."""
_NAME = re.compile(r"(?:[^./\\:~][^/\\:]*/)?[^./\\:~][^/\\:]*\.ya?ml", re.IGNORECASE)
"""As the reader takes names: at most one folder deep, nothing hidden, no drive, no way out."""
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_HASH = re.compile(r"[0-9a-f]{64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", re.ASCII)
LONGEST = {"name": 200, "note": 4000, "time": 19, "program": 60}
"""Characters of what a manifest tells."""
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)
"""What the library of Python says of a zip that is not whole."""


class ArchiveError(ValueError):
    """A zip that is no sound version; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code, self.params = f"version.damaged.{code}", params


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a version says of itself; ``files`` are SHA-256 by name."""

    name: str
    note: str
    time: str
    program: str
    files: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """One hash for all files with their names."""
        return digest(self.files)


def hashes(files: Mapping[str, bytes]) -> dict[str, str]:
    """SHA-256 of each file, in the order of their names."""
    return {name: hashlib.sha256(files[name]).hexdigest() for name in sorted(files)}


def digest(found: Mapping[str, str]) -> str:
    """One hash for files with their hashes."""
    lines = "\n".join(f"{found[name]} {name}" for name in sorted(found))
    return hashlib.sha256(lines.encode()).hexdigest()


def pack(files: Mapping[str, bytes], name: str, note: str, time: str) -> bytes:
    """The zip in memory; the same bytes for the same content."""
    manifest = Manifest(name, note, time, __version__, hashes(files))
    told = {"format": FORMAT, **asdict(manifest)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        words = json.dumps(told, ensure_ascii=False, indent=1)
        _add(archive, MANIFEST, words.encode())
        for one in manifest.files:
            _add(archive, one, files[one])
    return target.getvalue()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 0  # whatever the system, the bytes are the same
    archive.writestr(entry, data, zipfile.ZIP_DEFLATED, _LEVEL)


def peek(data: bytes) -> Manifest:
    """The manifest alone. Raises :class:`ArchiveError`."""
    with _reading(data) as archive:
        return _manifest(archive)


def unpack(data: bytes) -> tuple[Manifest, dict[str, bytes]]:
    """Manifest and files, each of which is what its hash says. Raises :class:`ArchiveError`."""
    with _reading(data) as archive:
        manifest = _manifest(archive)
        files = dict(_files(archive))
    if hashes(files) != dict(sorted(manifest.files.items())):
        raise ArchiveError("changed")
    return manifest, files


def _reading(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise ArchiveError("zip") from error


def _files(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [entry for entry in archive.infolist() if entry.filename != MANIFEST]
    if len(entries) > MAX_FILES or sum(e.file_size for e in entries) > MOST_UNPACKED:
        raise ArchiveError("big")
    seen: set[str] = set()
    for entry in entries:
        if not is_inside(entry.filename) or entry.filename.casefold() in seen:
            raise ArchiveError("name", name=entry.filename[:80])
        seen.add(entry.filename.casefold())
        yield entry.filename, _read(archive, entry, MAX_BYTES)


def is_inside(name: str) -> bool:
    """Whether a name of a zip is that of a data file within a folder, on every system."""
    if not _NAME.fullmatch(name) or not name.isprintable():
        return False
    parts = name.split("/")
    return not any(_DEVICE.fullmatch(part) or part != part.rstrip(" .") for part in parts)


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """At most so many bytes, whatever size the zip tells."""
    if entry.flag_bits & _ENCRYPTED:
        raise ArchiveError("locked")
    if entry.file_size > most:
        raise ArchiveError("big")
    try:
        with archive.open(entry) as source:
            data = source.read(most + 1)
    except _BROKEN as error:
        raise ArchiveError("zip") from error
    except RuntimeError as error:
        raise ArchiveError("locked") from error
    if len(data) > most:
        raise ArchiveError("big")
    return data


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    try:
        entry = archive.getinfo(MANIFEST)
    except KeyError as error:
        raise ArchiveError("foreign") from error
    try:
        found = json.loads(_read(archive, entry, MAX_BYTES))
    except (ValueError, RecursionError) as error:
        if isinstance(error, ArchiveError):
            raise
        raise ArchiveError("manifest") from error
    return _told(found)


def _told(found: Any) -> Manifest:
    """The manifest from JSON, of which nothing is believed."""
    if not isinstance(found, dict) or not isinstance(found.get("format"), int):
        raise ArchiveError("manifest")
    if found["format"] > FORMAT:
        raise ArchiveError("newer")
    words = {key: _word(found.get(key), most) for key, most in LONGEST.items()}
    files = found.get("files")
    if not isinstance(files, dict) or not all(_is_hash(value) for value in files.values()):
        raise ArchiveError("manifest")
    if not words["name"].isprintable() or not _TIME.fullmatch(words["time"]):
        raise ArchiveError("manifest")
    return Manifest(**words, files=files)


def _word(value: object, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise ArchiveError("manifest")
    return value


def _is_hash(value: object) -> bool:
    return isinstance(value, str) and bool(_HASH.fullmatch(value))
