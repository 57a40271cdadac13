"""The bench of the search asks what the window asks, of an index made in the same way."""

from __future__ import annotations

from tests.bench import searching


def test_copies_are_found_by_name_and_spelling() -> None:
    index = searching.large(2)
    for typed in ("双酚A-2", "sfa-2"):
        assert "双酚A-2" in {hit.name for hit in index.hits(typed)}
