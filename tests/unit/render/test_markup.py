"""Words inside of XML come back as they were."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from liantu.render.markup import escaped, quoted


@pytest.mark.parametrize(
    "words",
    ["", "双酚A", "A&B <甲> 'x'", 'a"b"', "'a' \"b\"", "行\n行\t列\r", "&amp; &#10;", "]]>"],
)
def test_words_come_back(words: str) -> None:
    found = ElementTree.fromstring(f"<a b={quoted(words)}>{escaped(words)}</a>")
    assert found.get("b") == words
    assert (found.text or "") == words.replace("\r", "\n"), "XML has one kind of line ends"
