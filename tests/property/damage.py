"""Ways in which a file is spoilt, and values of every kind of the format, good and bad."""

from __future__ import annotations

import os
from functools import cache
from typing import Any

from hypothesis import strategies as st

from liantu import paths
from liantu.library.fields.drill_fields import Recast
from liantu.library.fields.format import FILE
from liantu.library.fields.judgement_fields import Brief
from liantu.library.parsing.convert import (
    ChoiceValue,
    Converter,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    MapValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.members import MembersValue
from liantu.library.parsing.record import Keyed, Record, Spread

FACTOR = int(os.environ.get("LIANTU_FUZZ", "1"))
"""How many times as many examples are tried as in the usual run."""
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "gb18030", "utf-8-sig", "big5")
CONTROLS = tuple(
    mark.encode("utf-8", "surrogatepass")
    for mark in "\x00\x07\x0b\x1b\x7f\x85\xad\u200b\u2028\u202e\u3000\ufeff\ufffe\ud800\t\r"
)
TYPED = "：，、［］－—！！%@`*&?|>{}[]\"'#-:\n".encode()
NUMBERS = (b"1e999", b"-0", b"0x1F", b"1_000", b".nan", b"9" * 400, "１２".encode(), b"1,200")
NAMES = ("a", "b", "c", "resin", "bpa", "phenol", "plant", "daily", "up", "down")
"""Ids so few that references meet what is defined."""
WORDS = ("甲", "乙县", "东县", "万吨/年", "t", "双酚A", "国家级", "试验厂", "{0} %s {name}")


@cache
def shipped() -> tuple[bytes, ...]:
    """The shipped files, which are damaged."""
    return tuple(path.read_bytes() for path in sorted(paths.shipped_chains().glob("*.yaml")))


@st.composite
def spoilt(draw: st.DrawFn, whole: bytes = b"") -> bytes:
    """A file with one to three damages."""
    data = whole or draw(st.sampled_from(shipped()))
    for _ in range(draw(st.integers(1, 3))):
        data = _once(draw, data)
    return data


def _once(draw: st.DrawFn, data: bytes) -> bytes:
    at = draw(st.integers(0, max(len(data) - 1, 0)))
    match draw(st.sampled_from(range(10))):
        case 0:
            return data[:at]
        case 1:
            return data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
        case 2:
            return data[:at] + draw(st.sampled_from(CONTROLS)) + data[at:]
        case 3:
            return data[:at] + draw(st.sampled_from(NUMBERS)) + data[at:]
        case 4:
            mark = draw(st.sampled_from((b"[", b"{", b"- ", b"{a: ")))
            return data[:at] + mark * draw(st.sampled_from((1, 39, 60, 3000))) + data[at:]
        case 5:
            return _line_again(data, at, draw(st.integers(0, 40)))
        case 6:
            encoding = draw(st.sampled_from(ENCODINGS))
            return data.decode("utf-8", "replace").encode(encoding, "replace")
        case 7:
            return data[:at] + data[at + draw(st.integers(1, 400)) :]
        case 8:
            return data.replace(b"\n", draw(st.sampled_from((b"\r", b"\r\n", b"\n\n", b"\n\t"))))
        case _:
            start = draw(st.integers(0, len(TYPED) - 4))
            return data[:at] + TYPED[start : start + 3] + data[at:]


def _line_again(data: bytes, at: int, below: int) -> bytes:
    """A line written twice, as when a block was pasted: ids and keys are double."""
    lines = data.split(b"\n")
    row = data.count(b"\n", 0, at)
    target = min(row + below, len(lines))
    return b"\n".join([*lines[:target], lines[row], *lines[target:]])


def plain(read: Converter, depth: int = 0) -> st.SearchStrategy[Any]:
    """Plain values for a converter: mostly what it takes, sometimes anything else."""
    good = _good(read, depth)
    return st.integers(0, 30).flatmap(lambda n: junk() if n == 0 else good)


def junk() -> st.SearchStrategy[Any]:
    """What stands where something else should."""
    texts = st.sampled_from(
        (*WORDS, *NAMES, "x" * 5000, "a：b", "~", "", "-1", "1e999", "yes", "2022-13-45", "\u200b")
    )
    inner = st.one_of(st.lists(texts, max_size=2), st.dictionaries(texts, texts, max_size=2))
    return st.one_of(texts, inner, st.lists(inner, max_size=2))


def _good(read: Converter, depth: int) -> st.SearchStrategy[Any]:
    match read:
        case IdValue():
            return st.sampled_from(NAMES)
        case NumberValue():
            return st.sampled_from(("1", "0.5", "2018", "1e12", "0", "1e-300", "50"))
        case FlagValue():
            return st.sampled_from(("yes", "no"))
        case DateValue():
            return st.sampled_from(("2022", "2022-10", "2022-10-26", "0001-01-01", "9999-12-31"))
        case ChoiceValue(kind=kind):
            return st.sampled_from([str(one) for one in kind])
        case ListValue(item=item):
            return st.lists(plain(item, depth + 1), max_size=3)
        case MapValue(value=value, free_keys=free):
            keys = st.sampled_from(WORDS if free else NAMES)
            return st.dictionaries(keys, plain(value, depth + 1), max_size=3)
        case Keyed(record=record):
            return st.dictionaries(st.sampled_from(NAMES), mapping(record, depth + 1), max_size=3)
        case Spread(record=record) | Brief(record=record) | Recast(record=record):
            return mapping(record, depth + 1)
        case Record():
            return mapping(read, depth + 1)
        case MembersValue():
            ids = st.lists(st.sampled_from(NAMES), max_size=4)
            return st.dictionaries(st.sampled_from(("up", "down", "s3")), ids, max_size=3)
        case TextValue():
            return st.sampled_from(WORDS)
    raise AssertionError(read)


@st.composite
def mapping(draw: st.DrawFn, record: Record, depth: int) -> dict[str, Any]:
    """A mapping for a record: its required keys nearly always, some of the others."""
    keys = [f for f in record.fields if f.required and draw(st.integers(0, 15))]
    others = [f for f in record.fields if not f.required]
    keys += draw(st.lists(st.sampled_from(others), max_size=4, unique=True)) if others else []
    found = {f.key: draw(plain(f.read, depth)) for f in keys}
    return found | ({"keyy": "1"} if draw(st.integers(0, 20)) == 0 else {})


def file() -> st.SearchStrategy[dict[str, Any]]:
    """A whole file, with more of its parts than a hand would put into one."""
    return st.fixed_dictionaries(
        {}, optional={f.key: plain(f.read) for f in FILE.fields if f.key != "format"}
    )
