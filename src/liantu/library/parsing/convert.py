"""Converters: one node of the tree → one value, or a reported problem and ``BAD``.

Each also describes itself as JSON Schema, so that the published schema cannot drift away.
"""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from liantu.library.parsing.context import Context
from liantu.library.parsing.hints import why_not
from liantu.library.parsing.tree import Items, Mapping, Node, Text
from liantu.numerals import plain

Plain = str | list[Any] | dict[str, Any]
"""What is written: texts, lists and mappings of such."""

BAD: Final = object()
ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,59}"
_ID = re.compile(ID_PATTERN)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


class Converter(Protocol):
    """Reads one node; ``schema`` is its JSON Schema (draft 2020-12)."""

    def __call__(self, node: Node, context: Context) -> Any:
        """The value, or ``BAD`` after reporting to ``context``."""

    def write(self, value: Any) -> Plain:
        """The inverse: what to write so that it reads as ``value``."""

    def schema(self) -> dict[str, Any]:
        """What the converter accepts."""


_UNSEEN = frozenset(("Zs", "Zl", "Zp", "Cf", "Cc"))
"""Unicode categories of blanks and of characters without a shape."""


def is_null(node: Node) -> bool:
    """Whether the node is an unquoted nothing (``~``, ``null`` or empty)."""
    return isinstance(node, Text) and node.plain and node.value in _NULL


def is_blank(value: str) -> bool:
    """Whether nothing of a text can be seen: blanks and invisible characters only."""
    if value[:1].isalnum():  # nearly every text: spares the look at each character
        return False
    return all(unicodedata.category(character) in _UNSEEN for character in value)


def scalar(node: Node, context: Context) -> str | None:
    """The text of a scalar in Unicode NFC, or ``None`` after reporting that it is none."""
    if isinstance(node, Text):
        value = node.value.strip()
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    context.report("library.want_text", node.line, node.column)
    return None


@dataclass(frozen=True, slots=True)
class TextValue:
    """A text of at most ``limit`` characters."""

    limit: int = 400

    def __call__(self, node: Node, context: Context) -> Any:
        """The text in NFC without blanks at its ends."""
        value = scalar(node, context)
        if value is None:
            return BAD
        if len(value) > self.limit:
            context.report(
                "library.text_long",
                node.line,
                node.column,
                limit=self.limit,
                length=len(value),
            )
            return BAD
        return value

    def write(self, value: Any) -> Plain:
        """The text itself."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A string (YAML may take it for a number: both are accepted)."""
        return {"type": ["string", "number"], "maxLength": self.limit}


@dataclass(frozen=True, slots=True)
class IdValue:
    """An id of latin letters, digits, ``_ . -``; ``refers`` names the kind of thing meant."""

    refers: str = ""

    def __call__(self, node: Node, context: Context) -> Any:
        """The id, remembered as a reference where ``refers`` says so."""
        value = scalar(node, context)
        if value is None:
            return BAD
        if not _ID.fullmatch(value):
            context.report("library.bad_id", node.line, node.column, value=value[:60])
            return BAD
        if self.refers and isinstance(node, Text):
            context.refer(self.refers, value, node)
        return value

    def write(self, value: Any) -> Plain:
        """The text itself."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A string that matches the pattern of ids."""
        return {"type": "string", "pattern": f"^{ID_PATTERN}$"}


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A finite number within bounds; ``above`` is exclusive; a ``whole`` one counts something."""

    above: float | None = None
    least: float | None = None
    most: float = 1e12
    whole: bool = False

    def __call__(self, node: Node, context: Context) -> Any:
        """The number as float, as int where it is ``whole``."""
        value = scalar(node, context)
        if value is None:
            return BAD
        if not _NUMBER.fullmatch(value):
            self._report_form(value, node, context)
            return BAD
        number = float(value)
        if not self._within(number, value[:40], node, context):
            return BAD
        return int(number) if self.whole else number

    def _report_form(self, value: str, node: Node, context: Context) -> None:
        plain = unicodedata.normalize("NFKC", value).replace(",", "").replace("_", "")[:40]
        dressed = _NUMBER.fullmatch(plain)
        code = "library.number_dressed" if dressed else "library.want_number"
        context.report(code, node.line, node.column, value=value[:40], fix=plain)

    def _within(self, number: float, value: str, node: Node, context: Context) -> bool:
        if not math.isfinite(number) or abs(number) > self.most:
            code, bound = "library.number_huge", self.most
        elif self.above is not None and number <= self.above:
            code, bound = "library.number_above", self.above
        elif self.least is not None and number < self.least:
            code, bound = "library.number_least", self.least
        elif self.whole and not number.is_integer():
            code, bound = "library.number_whole", number
        else:
            return True
        context.report(code, node.line, node.column, value=value, bound=plain(bound))
        return False

    def write(self, value: Any) -> Plain:
        """The shortest text of the same number."""
        number = float(value)
        whole = number.is_integer() and abs(number) < 1e15
        return str(int(number)) if whole else repr(number)

    def schema(self) -> dict[str, Any]:
        """A number with its bounds."""
        kind = "integer" if self.whole else "number"
        found: dict[str, Any] = {"type": kind, "maximum": self.most}
        if self.above is not None:
            found["exclusiveMinimum"] = self.above
        if self.least is not None:
            found["minimum"] = self.least
        return found


@dataclass(frozen=True, slots=True)
class FlagValue:
    """``yes`` or ``no``."""

    def __call__(self, node: Node, context: Context) -> Any:
        """The truth value."""
        value = scalar(node, context)
        if value in ("yes", "no"):
            return value == "yes"
        if value is not None:
            context.report("library.want_yes_no", node.line, node.column, value=value[:40])
        return BAD

    def write(self, value: Any) -> Plain:
        """The word."""
        return "yes" if value else "no"

    def schema(self) -> dict[str, Any]:
        """Both words, and what YAML 1.1 makes of them."""
        return {"enum": ["yes", "no", True, False]}


@dataclass(frozen=True, slots=True)
class DateValue:
    """``2022``, ``2022-10`` or ``2022-10-26``, a day that exists."""

    def __call__(self, node: Node, context: Context) -> Any:
        """The date as ISO text, as exact as it was written."""
        value = scalar(node, context)
        if value is None:
            return BAD
        if not _DATE.fullmatch(value):
            context.report("library.want_date", node.line, node.column, value=value[:40])
            return BAD
        try:
            datetime.date.fromisoformat(value + "-01-01"[len(value) - 4 :])
        except ValueError:
            context.report("library.no_such_day", node.line, node.column, value=value)
            return BAD
        return value

    def write(self, value: Any) -> Plain:
        """The text itself."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """A date text, or a year that YAML takes for a number."""
        pattern = r"^\d{4}(-\d{2}(-\d{2})?)?$"
        return {"anyOf": [{"type": "string", "pattern": pattern}, {"type": "integer"}]}


@dataclass(frozen=True, slots=True)
class ChoiceValue:
    """One of some words: those of an enumeration, or a tuple of them."""

    kind: Iterable[str]

    def __call__(self, node: Node, context: Context) -> Any:
        """The word, a member where they are of an enumeration."""
        value = scalar(node, context)
        if value is None:
            return BAD
        for known in self.kind:
            if known == value:
                return known
        allowed = "、".join(self.kind)
        context.report(
            "library.want_choice", node.line, node.column, value=value[:40], allowed=allowed
        )
        return BAD

    def write(self, value: Any) -> Plain:
        """The word."""
        return str(value)

    def schema(self) -> dict[str, Any]:
        """The allowed words."""
        return {"enum": list(self.kind)}


@dataclass(frozen=True, slots=True)
class ListValue:
    """A list whose items all pass ``item``; bad items are left out after being reported."""

    item: Converter

    def __call__(self, node: Node, context: Context) -> Any:
        """The good items as a tuple."""
        if not isinstance(node, Items):
            code = why_not(node.value, "list") if isinstance(node, Text) else "library.want_list"
            context.report(code, node.line, node.column)
            return BAD
        if node.flow:
            _warn_of_wide_commas(node, context)
        values = (self._item(child, context) for child in node.items)
        return context.shared(tuple(value for value in values if value is not BAD))

    def _item(self, node: Node, context: Context) -> Any:
        if isinstance(node, Text) and (is_null(node) or is_blank(node.value)):
            context.report("library.empty_item", node.line, node.column)
            return BAD
        return self.item(node, context)

    def write(self, value: Any) -> Plain:
        """A list."""
        return [self.item.write(item) for item in value]

    def schema(self) -> dict[str, Any]:
        """An array."""
        return {"type": "array", "items": self.item.schema()}


def _warn_of_wide_commas(node: Items, context: Context) -> None:
    for child in node.items:
        if isinstance(child, Text) and child.plain and any(c in child.value for c in "，、；"):
            context.warn("library.wide_comma", child.line, child.column, value=child.value[:40])


@dataclass(frozen=True, slots=True)
class MapValue:
    """A mapping from ids to values; ``refers`` as in :class:`IdValue`."""

    value: Converter
    refers: str = ""
    free_keys: bool = False

    def __call__(self, node: Node, context: Context) -> Any:
        """The mapping as a dict in file order, bad entries left out."""
        if not isinstance(node, Mapping):
            return not_a_mapping(node, context)
        id_value = IdValue(self.refers)
        found = {}
        for name, key in node.keys.items():
            id_ = name if self.free_keys else id_value(key, context)
            value = self.value(node.values[name], context)
            if id_ is not BAD and value is not BAD:
                found[id_] = value
        return found

    def write(self, value: Any) -> Plain:
        """A mapping."""
        return {key: self.value.write(item) for key, item in value.items()}

    def schema(self) -> dict[str, Any]:
        """An object with ids as keys."""
        found = {"type": "object", "additionalProperties": self.value.schema()}
        return found if self.free_keys else found | {"propertyNames": IdValue().schema()}


def not_a_mapping(node: Node, context: Context) -> Any:
    """Report that a mapping was wanted, with the likeliest cause."""
    code = why_not(node.value, "mapping") if isinstance(node, Text) else "library.want_mapping"
    context.report(code, node.line, node.column)
    return BAD
