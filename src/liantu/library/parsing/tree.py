"""What a YAML file holds once read: texts, lists and mappings that know where they stand.

``line`` and ``column`` count from 1. ``start`` and ``end`` are offsets of characters into the
text of the file as decoded: ``text[start:end]`` is the node as it was written, without the blank
lines and comments behind it; for a list or mapping in lines of its own the first line begins at
``column``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Text:
    """A scalar, always text; ``plain`` is false when it stood in quotes or in a block."""

    value: str
    line: int
    column: int
    plain: bool = True
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Items:
    """A list."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    flow: bool = False
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class Mapping:
    """A mapping; ``keys`` holds the key texts by their value.

    ``refused`` are the keys whose values were not taken: written twice, or (empty) no text.
    """

    line: int
    column: int
    keys: dict[str, Text] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)
    flow: bool = False
    refused: list[Text] = field(default_factory=list)
    start: int = 0
    end: int = 0


Node = Text | Items | Mapping
