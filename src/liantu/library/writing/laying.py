"""Plain values → the lines of a whole file, laid out as the shipped ones are: things in blocks with
blank lines between, small mappings within a line.
"""

from __future__ import annotations

from typing import Any

from liantu.library.writing.emitting import LONGEST, STEP, block, flow, is_flat, scalar

_THINGS = frozenset(("products", "sources", "gates", "templates"))
"""Keys whose entries are set apart by blank lines."""


def lines(parts: dict[str, Any]) -> str:
    """The text of a file; ``parts`` by top-level key."""
    return "".join(f"{_top(key, value)}\n" for key, value in parts.items())


def _top(key: str, value: Any) -> str:
    if key not in _THINGS:
        return _entry(key, value, 0)
    rows = (" " * STEP + _entry(id_, one, STEP) for id_, one in value.items())
    return f"{key}:\n" + "\n\n".join(rows)


def _entry(key: str, value: Any, indent: int) -> str:
    name = scalar(key)
    if isinstance(value, str):
        return f"{name}: {block(value, indent + STEP)}"
    if not value:
        return f"{name}: {flow(value)}"
    line = f"{name}: {flow(value)}"
    if is_small(value) and indent and is_flat(value) and indent + len(line) <= LONGEST:
        return line
    if isinstance(value, list) and all(isinstance(one, str) for one in value) and is_flat(value):
        return f"{name}: {_folded(value, indent + STEP, len(name) + indent)}"
    pad = "\n" + " " * (indent + STEP)
    return f"{name}:{pad}" + pad.join(_inner(value, indent + STEP))


def _folded(words: list[str], indent: int, taken: int) -> str:
    """A list of texts over several lines."""
    rows, room = [""], LONGEST - taken - 4
    for at, word in enumerate(words):
        piece = scalar(word, flow=True) + ("," if at + 1 < len(words) else "")
        if rows[-1] and len(rows[-1]) + 1 + len(piece) > room:
            rows.append("")
            room = LONGEST - indent
        rows[-1] += (" " if rows[-1] else "") + piece
    return "[" + ("\n" + " " * indent).join(rows) + "]"


def _inner(value: Any, indent: int) -> list[str]:
    if isinstance(value, dict):
        return [_entry(key, one, indent) for key, one in value.items()]
    return [_item(one, indent) for one in value]


def _item(value: Any, indent: int) -> str:
    """An item of a list: in one line where it goes into it."""
    if isinstance(value, str):
        return f"- {block(value, indent + STEP)}"
    line = f"- {flow(value)}"
    if is_flat(value) and indent + len(line) <= LONGEST:
        return line
    pad = "\n" + " " * (indent + STEP)
    return "- " + pad.join(_inner(value, indent + STEP))


def is_small(value: Any) -> bool:
    """Whether a list or mapping holds texts, or lists of texts, only."""
    inner = value.values() if isinstance(value, dict) else value
    return all(
        isinstance(one, str)
        or (isinstance(one, list) and all(isinstance(word, str) for word in one))
        for one in inner
    )
