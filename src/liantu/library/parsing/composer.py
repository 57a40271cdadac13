"""YAML text → tree with places, over libyaml's event parser.

Only what a planner's file needs: texts, lists and mappings of one document. Anchors, aliases,
tags and second documents are refused, as are duplicate keys; sizes and depth are limited. A
problem ends the reading of the file only where the parser cannot go on.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import Any

import yaml

from liantu.issues import Place
from liantu.jobs import OFTEN, check
from liantu.library.parsing.context import Context
from liantu.library.parsing.hints import MAX_DEPTH, explain
from liantu.library.parsing.marks import Marks
from liantu.library.parsing.tree import Items, Mapping, Node, Text

MAX_NODES = 3_000_000
MAX_TEXT = 20_000
SHARED_TEXT = 40
"""Of texts up to this length one stands for all that are equal: keys, ids, units, names."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_INVISIBLE = re.compile("[\u0085\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_SWALLOWED = re.compile(r"\s([\w-]{1,20}：\s*\S{0,10})")


class _PureParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own event parser, for a Python without libyaml."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def _parser(text: str) -> Any:
    """libyaml's parser where this Python has it; else slower, not different."""
    fast = getattr(getattr(yaml, "cyaml", None), "CParser", None)
    return fast(text) if fast is not None else _PureParser(text)


class Refused(Exception):  # noqa: N818  ends the reading of one file; already reported
    """The file cannot be read any further."""


def compose(text: str, context: Context) -> Node | None:
    """The tree of ``text``, or ``None`` where empty or refused; problems go to ``context``."""
    marks = Marks(text)
    try:
        return _Composer(text, context, marks).document()
    except Refused:
        return None
    except yaml.MarkedYAMLError as error:
        explain(error, marks, context)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        context.report("library.character", line, 1, point=f"U+{_ordinal(error.character):04X}")
    except RecursionError:
        context.report("library.depth", 1, 1, limit=MAX_DEPTH)
    return None


def _stop(event: Any) -> int:
    return int(event.end_mark.index)


def _ordinal(character: object) -> int:
    return character if isinstance(character, int) else ord(str(character)[:1] or "\0")


class _Composer:
    def __init__(self, text: str, context: Context, marks: Marks) -> None:
        self._next = _parser(text).get_event
        self._context = context
        self._spot = marks.spot
        self._odd = marks.odd
        self._count = 0

    def document(self) -> Node | None:
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            return None
        root = self._node(self._next(), 1)
        self._next()
        second = self._next()
        if not isinstance(second, yaml.StreamEndEvent):
            self._refuse("library.second_document", second)
        return root

    def _refuse(self, code: str, event: Any, **params: Any) -> None:
        self._context.report(code, *self._spot(event.start_mark), **params)
        raise Refused

    def _node(self, event: Any, depth: int) -> Node:
        self._count += 1
        if not self._count % OFTEN:
            check()
        kind = type(event)
        if kind is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self._text(event)
        if self._count > MAX_NODES:
            self._refuse("library.too_many", event, limit=MAX_NODES)
        if depth > MAX_DEPTH:
            self._refuse("library.depth", event, limit=MAX_DEPTH)
        if kind is yaml.AliasEvent or event.anchor is not None:
            self._refuse("library.anchor", event, name=event.anchor)
        if event.tag is not None:
            self._refuse("library.tag", event, name=event.tag)
        if kind is yaml.SequenceStartEvent:
            return self._items(event, depth)
        return self._mapping(event, depth)

    def _text(self, event: Any) -> Text:
        mark, stop = event.start_mark, event.end_mark
        value = event.value
        if len(value) > MAX_TEXT:
            self._refuse("library.text_long", event, limit=MAX_TEXT, length=len(value))
        if not value.isprintable() or (not event.style and stop.line > mark.line):
            self._examine(event)
        if self._odd:
            line, column = self._spot(mark)
        else:  # spelt out, as this is done for every scalar of a folder
            line, column = mark.line + 1, mark.column + 1
        if len(value) <= SHARED_TEXT:
            value = sys.intern(value)
        return Text(value, line, column, not event.style, mark.index, stop.index)

    def _examine(self, event: Any) -> None:
        line, column = self._spot(event.start_mark)
        if bad := _FORBIDDEN.search(event.value):
            self._refuse("library.character", event, point=f"U+{ord(bad[0]):04X}")
        if _INVISIBLE.search(event.value):
            self._context.warn("library.invisible", line, column)
        folded = not event.style and event.end_mark.line > event.start_mark.line
        if folded and (found := _SWALLOWED.search(event.value)):
            self._context.report("library.swallowed", line, column, text=found[1])

    def _items(self, event: Any, depth: int) -> Items:
        flow, start = bool(event.flow_style), event.start_mark.index
        found = Items(*self._spot(event.start_mark), flow=flow, start=start)
        add, step, node = found.items.append, self._next, self._node
        inner = step()
        while type(inner) is not yaml.SequenceEndEvent:
            add(node(inner, depth + 1))
            inner = step()
        found.end = found.items[-1].end if found.items and not flow else _stop(inner)
        return found

    def _mapping(self, event: Any, depth: int) -> Mapping:
        flow, start = bool(event.flow_style), event.start_mark.index
        found = Mapping(*self._spot(event.start_mark), flow=flow, start=start, end=start)
        step, node = self._next, self._node
        inner = step()
        while type(inner) is not yaml.MappingEndEvent:
            key = node(inner, depth + 1)
            value = node(step(), depth + 1)
            inner = step()
            found.end = value.end
            if type(key) is Text:
                self._put(found, key, value)
            else:
                self._context.report("library.key_not_text", key.line, key.column)
                found.refused.append(Text("", key.line, key.column))
        if flow:
            found.end = _stop(inner)
        return found

    def _first_refused(self, found: Mapping) -> Place | None:
        """Of many doubles in one mapping the first is to be mended: two things ran together."""
        if not found.refused:
            return None
        return self._context.place(found.refused[0].line, found.refused[0].column)

    def _put(self, found: Mapping, key: Text, value: Node) -> None:
        name = key.value if key.value.isascii() else unicodedata.normalize("NFC", key.value)
        first = found.keys.get(name)
        if first is not None:
            self._context.report(
                "library.duplicate_key",
                key.line,
                key.column,
                related=(self._context.place(first.line, first.column),),
                cause=self._first_refused(found),
                key=name,
                first=first.line,
            )
            found.refused.append(key)
            return
        found.keys[name] = key
        found.values[name] = value
