"""Every lie of ``tests.lies`` can still be told: what it changes stands in the program."""

from __future__ import annotations

from pathlib import Path

from tests.lies.__main__ import places, sources
from tests.lies.told import LIES

ROOT = Path(__file__).parents[2]


def test_every_lie_fits_the_program() -> None:
    texts = sources(ROOT)
    assert [lie.name for lie in LIES if not places(texts, lie)] == []
