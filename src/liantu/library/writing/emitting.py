"""Plain values → YAML as a planner would write it: blocks of lines, or flow within a line."""

from __future__ import annotations

import re

from liantu.library.parsing.composer import compose
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import Plain
from liantu.library.parsing.tree import Mapping, Text

STEP = 2
"""Blanks by which a new block is indented."""
LONGEST = 100
"""Characters of a line up to which a flow list or mapping is kept in it."""

_SAFE = re.compile(r"[A-Za-z0-9\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff ._()（）%·+-]*")
"""Texts that need no look at YAML's rules: they are most of all."""
_INDICATOR = re.compile(r"[,\[\]{}]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: str, *, flow: bool = False) -> str:
    """``value`` in one line: plain where it reads back so, else in quotes."""
    if _is_plain(value, flow):
        return value
    if "'" not in value and value.isprintable():
        return f"'{value}'"
    inner = "".join(_ESCAPES.get(c, c if c.isprintable() else _escaped(c)) for c in value)
    return f'"{inner}"'


def flow(value: Plain) -> str:
    """A value within a line."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    return "{" + ", ".join(f"{scalar(k, flow=True)}: {flow(v)}" for k, v in value.items()) + "}"


def is_flat(value: Plain) -> bool:
    """Whether a value holds no text of several lines, and so can stand within a line."""
    if isinstance(value, str):
        return "\n" not in value
    return all(map(is_flat, value.values() if isinstance(value, dict) else value))


def block(value: Plain, indent: int) -> str:
    """A value in lines of its own, each but the first indented by so many blanks; an empty list or
    mapping stays in the line.
    """
    if isinstance(value, str) or not value:
        return _lines(value, indent) if isinstance(value, str) else flow(value)
    pad = "\n" + " " * indent
    if isinstance(value, dict):
        return pad.join(entry(key, one, indent) for key, one in value.items())
    return pad.join(item(one, indent) for one in value)


def entry(key: str, value: Plain, indent: int) -> str:
    """A key with its value, whose further lines are indented beyond ``indent``."""
    name = scalar(key)
    if isinstance(value, str) or not value:
        return f"{name}: {block(value, indent + STEP)}"
    if isinstance(value, list) and all(isinstance(one, str) for one in value) and is_flat(value):
        line = f"{name}: {flow(value)}"
        if indent + len(line) <= LONGEST:
            return line
    inner = indent + STEP
    return f"{name}:\n{' ' * inner}{block(value, inner)}"


def item(value: Plain, indent: int) -> str:
    """An item of a list with its dash."""
    return f"- {block(value, indent + STEP)}"


def _lines(value: str, indent: int) -> str:
    """A text; one of several lines as a literal block where that reads back the same."""
    body = value.removesuffix("\n")
    lines = body.split("\n")
    odd = not body or body != body.strip() or any(not line.isprintable() for line in lines)
    if "\n" not in body or odd or body.endswith("\n"):
        return scalar(value)
    head = "|" if value.endswith("\n") else "|-"
    pad = " " * indent
    return "\n".join([head, *(f"{pad}{line}" if line else "" for line in lines)])


def _is_plain(value: str, flow: bool) -> bool:
    if not value or not value.isprintable() or value in ("~", "null", "Null", "NULL"):
        return False
    if _SAFE.fullmatch(value) and not value.endswith(" "):
        return True
    if flow and _INDICATOR.search(value):
        return False
    context = Context("")
    found = compose(f"{{k: {value}}}\n" if flow else f"k: {value}\n", context)
    inner = found.values.get("k") if isinstance(found, Mapping) else None
    sound = isinstance(inner, Text) and inner.plain and inner.value == value
    return sound and not context.issues


def _escaped(character: str) -> str:
    point = ord(character)
    return (
        f"\\x{point:02x}"
        if point < 0x100
        else f"\\u{point:04x}"
        if point < 0x10000
        else (f"\\U{point:08x}")
    )
