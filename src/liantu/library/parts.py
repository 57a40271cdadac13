"""One file read: its parts and everything noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from liantu import files
from liantu.library.fields.format import FILE, FORMAT
from liantu.library.parsing.composer import compose
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import BAD
from liantu.library.parsing.encoding import MAX_BYTES, decode
from liantu.library.parsing.hints import refused_outright
from liantu.numerals import plain
from liantu.wording import reason


@dataclass(frozen=True, slots=True)
class Parts:
    """What one file holds, by top-level key, beside its context."""

    context: Context
    values: dict[str, Any] = field(default_factory=dict)


def read_file(path: Path, name: str) -> Parts:
    """Read ``path``; ``name`` is how messages call it. Never raises for bad content."""
    context = Context(name)
    try:
        data = files.read(path, MAX_BYTES)
    except files.TooBigError:
        context.report("library.file_big", limit=MAX_BYTES // 1_000_000)
        return Parts(context)
    except OSError as error:
        context.report("library.file_unreadable", reason=reason(error))
        return Parts(context)
    return _parts(data, context)


def read_data(data: bytes, name: str) -> Parts:
    """Read the bytes of a file that messages call ``name``."""
    return _parts(data, Context(name))


def _parts(data: bytes, context: Context) -> Parts:
    parts = Parts(context, read_bytes(data, context))
    context.finish()
    return parts


def read_bytes(data: bytes, context: Context) -> dict[str, Any]:
    """The parts in ``data`` by top-level key; problems go to ``context``."""
    text = decode(data, context)
    if text is None:
        return {}
    context.lines = text.split("\n")
    if refused_outright(text, context):
        return {}
    tree = compose(text, context)
    if tree is None:
        if not context.issues:
            context.report("library.file_empty")
        return {}
    values = FILE(tree, context)
    return {} if values is BAD else _current(values, context)


def _current(values: dict[str, Any], context: Context) -> dict[str, Any]:
    version = values.pop("format", None)
    if version is None:
        context.warn("library.format_missing", 1, 1, format=FORMAT)
    elif version > FORMAT:
        context.report("library.format_newer", 1, 1, found=plain(version), format=FORMAT)
        return {}
    return values
