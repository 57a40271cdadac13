"""Changed text → bytes: the mark, the line ends and all untouched lines are those of the file."""

from __future__ import annotations

import codecs
import re
from difflib import SequenceMatcher

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


def as_it_was(data: bytes, old: str, new: str) -> bytes:
    """``new`` as bytes. ``data`` is the file, ``old`` its text with plain line ends; a new line
    ends as the one before it.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    text = data[len(mark) :].decode("utf-8")
    if "\r" not in text:
        return mark + new.encode("utf-8")
    ends = [match[2] for match in _LINE.finditer(text)][: old.count("\n")]
    return mark + _with_ends(old.split("\n"), new.split("\n"), ends).encode("utf-8")


def _with_ends(old: list[str], new: list[str], ends: list[str]) -> str:
    """The new lines, each with the end that it had, or that of the line before it."""
    usual = max(("\r\n", "\n", "\r"), key=ends.count)
    found: list[str] = [""] * len(new)
    for a, b, size in _kept(old, new):
        for at in range(size):
            found[b + at] = ends[a + at] if a + at < len(ends) else ""
    for at in range(len(new) - 1):
        found[at] = found[at] or (found[at - 1] if at else "") or usual
    return "".join(line + end for line, end in zip(new, [*found[:-1], ""], strict=True))


def _kept(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Blocks of equal lines as (position in old, in new, length). What both begin and end with is
    not searched: files are long, changes short.
    """
    least = min(len(old), len(new))
    head = next((n for n in range(least) if old[n] != new[n]), least)
    rest = least - head
    tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    inner = SequenceMatcher(
        None, old[head : len(old) - tail], new[head : len(new) - tail], autojunk=False
    )
    blocks = [(m.a + head, m.b + head, m.size) for m in inner.get_matching_blocks()]
    return [(0, 0, head), *blocks, (len(old) - tail, len(new) - tail, tail)]
