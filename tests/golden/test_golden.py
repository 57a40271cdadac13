"""Everything that a user reads is as it was last looked at."""

from __future__ import annotations

import difflib
from collections.abc import Callable

import pytest

from tests.golden.cases import FOLDER, texts

MOST = 40
"""Lines of a difference that are shown."""


@pytest.mark.parametrize(("name", "make"), texts().items(), ids=list(texts()))
def test_text_is_as_it_was_reviewed(name: str, make: Callable[[], str]) -> None:
    path = FOLDER / name
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    found = make()
    if found != kept or not path.exists():
        lines = difflib.unified_diff(kept.splitlines(), found.splitlines(), "kept", "now", n=0)
        shown = "\n".join(line.rstrip("\n") for line in list(lines)[:MOST])
        pytest.fail(f"{name}: python -m tests.golden.write writes it anew\n{shown}", pytrace=False)


def test_no_text_is_kept_that_nothing_makes() -> None:
    kept = {p.relative_to(FOLDER).as_posix() for p in FOLDER.rglob("*") if p.is_file()}
    assert kept - texts().keys() == set()
