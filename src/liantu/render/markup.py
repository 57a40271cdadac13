"""Words inside of XML; the standard library's own loads all that is needed to fetch a web page."""

from __future__ import annotations

import html

_BLANKS = str.maketrans({"\n": "&#10;", "\r": "&#13;", "\t": "&#9;", '"': "&quot;"})
"""An attribute would lose them, or end."""


def escaped(words: str) -> str:
    """As the text of an element."""
    return html.escape(words, quote=False)


def quoted(value: str) -> str:
    """As the value of an attribute, with its quotes."""
    return f'"{escaped(value).translate(_BLANKS)}"'
