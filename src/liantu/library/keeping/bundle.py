"""Files of a data folder in one file, a ZIP that any program opens: whole or known as damaged."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from liantu import files
from liantu.library.keeping import names
from liantu.library.keeping.errors import SpoiltError

_ABOUT = "about.json"
_DATA = "data/"
MOST = 512_000_000
"""Bytes of a bundle, and of all that is in it."""
_SPOILT = (zipfile.BadZipFile, zlib.error, EOFError, LookupError, ValueError, RuntimeError)
"""What reading a damaged ZIP or JSON raises: ``NotImplementedError`` and ``RecursionError`` are
``RuntimeError``, what is no Unicode is ``ValueError``.
"""


def packed(held: Mapping[str, bytes], about: Mapping[str, Any] | None = None) -> bytes:
    """``held`` by name, and plain values of JSON about it."""
    memory = io.BytesIO()
    # A ZipInfo made by hand has a fixed time: ZIP knows none before 1980, clocks do.
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as zipped:
        told = json.dumps(about or {}, ensure_ascii=False, indent=1)
        zipped.writestr(_info(_ABOUT), told.encode("utf-8", "backslashreplace"))
        for name, data in held.items():
            zipped.writestr(_info(_DATA + name), data)
    return memory.getvalue()


def unpacked(path: Path) -> tuple[dict[str, bytes], dict[str, Any]]:
    """What :func:`packed` was given; raises :class:`SpoiltError`, or ``OSError``."""
    data = files.read(path, MOST)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            if sum(entry.file_size for entry in zipped.infolist()) > MOST:
                raise SpoiltError(path.name)
            about = json.loads(zipped.read(_ABOUT))
            inside = [one for one in zipped.namelist() if one.startswith(_DATA)]
            held = {one.removeprefix(_DATA): zipped.read(one) for one in inside}
    except _SPOILT as error:
        raise SpoiltError(path.name) from error
    if not isinstance(about, dict) or not all(map(names.is_inside, held)):
        raise SpoiltError(path.name)
    return held, about


def _info(name: str) -> zipfile.ZipInfo:
    # Names that are no Unicode, as Linux lets be, must not stop the keeping of all others.
    info = zipfile.ZipInfo(name.encode("utf-8", "backslashreplace").decode())
    info.compress_type = zipfile.ZIP_DEFLATED
    return info
