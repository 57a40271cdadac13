"""What the search finds for the words in a filter: by other names and pinyin as everywhere."""

from __future__ import annotations

from liantu.model.target import Target
from liantu.telling.search import Index


def found_by(index: Index, words: str) -> frozenset[Target]:
    """The things that the words find; none for no words."""
    return frozenset(hit.target for hit in index.hits(words)) if words.strip() else frozenset()
