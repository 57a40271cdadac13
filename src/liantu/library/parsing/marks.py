"""Places of the YAML parser → lines and columns as an editor counts them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

_ODD = re.compile("[\u0085\u2028\u2029]")


class Marks:
    """The parser takes U+0085, U+2028 and U+2029 for line ends; editors and messages do not."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] | None = None
        if _ODD.search(text):
            self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    @property
    def odd(self) -> bool:
        """Whether the parser counts lines otherwise than editors do."""
        return self._starts is not None

    def spot(self, mark: Any) -> tuple[int, int]:
        """Line and column of a mark, from 1."""
        if self._starts is None:
            return mark.line + 1, mark.column + 1
        line = bisect_right(self._starts, mark.index)
        return line, mark.index - self._starts[line - 1] + 1
