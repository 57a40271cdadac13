"""Bytes of a file → text, or the reason why not. Only UTF-8 is read; others are recognised."""

from __future__ import annotations

import codecs

from liantu.library.parsing.context import Context
from liantu.wording import text

MAX_BYTES = 64_000_000
_WIDE = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)

_MARKS = (
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"Rar!", "zip"),
    (b"7z\xbc\xaf", "zip"),
)
_PACKED = ((b"xl/", "xlsx"), (b"word/", "docx"), (b"ppt/", "pptx"))


def decode(data: bytes, context: Context) -> str | None:
    """The text with ``\\n`` line ends and without BOM; ``None`` after reporting why not.

    Of what is no UTF-8 the lines are kept with what is ASCII in them: the ids it would define.
    """
    if len(data) > MAX_BYTES:
        context.report("library.file_big", limit=MAX_BYTES // 1_000_000)
        return None
    if name := _wide(data):
        context.report("library.encoding", name=name)
        context.lines = data.replace(b"\0", b"").decode("latin-1").split("\n")
        return None
    if kind := _foreign(data):
        context.report("library.foreign", kind=text(f"library.foreign.{kind}"))
        return None
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        found = body.decode("utf-8")
    except UnicodeDecodeError as error:
        _report_bytes(body, error, context)
        context.lines = body.decode("latin-1").split("\n")
        return None
    return found.replace("\r\n", "\n").replace("\r", "\n")


def _wide(data: bytes) -> str:
    """The name of an encoding with two or four bytes a character, or an empty text.

    Without a mark at its start UTF-16 shows by NULs at every second place: the blanks, colons and
    line ends of YAML.
    """
    for mark, name in _WIDE:
        if data.startswith(mark):
            return name
    head = data[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    return "UTF-16" if max(even, odd) > len(head) // 10 and not min(even, odd) else ""


def _foreign(data: bytes) -> str:
    """What another program wrote this, or an empty text."""
    if not data.startswith(b"PK\x03\x04"):
        return next((kind for mark, kind in _MARKS if data.startswith(mark)), "")
    return next((kind for mark, kind in _PACKED if mark in data), "zip")


def _report_bytes(data: bytes, error: UnicodeDecodeError, context: Context) -> None:
    line = data.count(b"\n", 0, error.start) + 1
    if _looks_like_gbk(data):
        context.report("library.gbk", line, 1)
        return
    context.report("library.bad_byte", line, 1, byte=f"{data[error.start]:02X}")


def _looks_like_gbk(data: bytes) -> bool:
    """Whether GB18030 reads all of it and finds mostly common ideographs."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    wide = [c for c in text if ord(c) > 0x7F]
    common = [c for c in wide if _is_gb2312(c)]
    return bool(wide) and len(common) > 0.9 * len(wide)


def _is_gb2312(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
