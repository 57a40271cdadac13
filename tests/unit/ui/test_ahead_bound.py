"""What is laid out ahead is bounded."""

from types import SimpleNamespace
from typing import Any

import pytest

from liantu.ui import preparing


def test_of_thousands_of_chains_the_first_are_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[Any] = []
    monkeypatch.setattr(preparing.comparing, "has_room", lambda _: False)
    monkeypatch.setattr(preparing, "build_graph", lambda _, chain: chain)
    monkeypatch.setattr(preparing, "build_map", lambda graph, _: laid.append(graph))
    keys = [f"c{at}" for at in range(preparing.LAID_AHEAD + 50)]
    reading: Any = SimpleNamespace(atlas=SimpleNamespace(chains=dict.fromkeys(keys)))
    area: Any = None
    progress: Any = SimpleNamespace(check=lambda: None)

    preparing.foresee(reading, area, progress)

    assert laid == keys[: preparing.LAID_AHEAD]
