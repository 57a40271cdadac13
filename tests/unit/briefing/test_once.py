"""What holds for the whole city is worked out once for a paper, not once for every chain."""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import Any

import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.lists import all_lists
from liantu.briefing.order import Order
from liantu.briefing.report import briefing
from liantu.diagram.city import tiles
from liantu.diagram.theme import PRINT
from tests.helpers.readings import reading, shipped_at

COUNTED = (
    ("liantu.analysis.reading", "summarise"),
    ("liantu.analysis.summary", "close"),
    ("liantu.analysis.failure", "close"),
    ("liantu.analysis.reading", "boards"),
)


def fresh() -> Reading:
    return reading(shipped_at().atlas, "2022-10-26")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often what is costly was called, by its name."""
    found: Counter[str] = Counter()
    for module, name in COUNTED:
        real = getattr(import_module(module), name)

        def counted(*given: Any, name: str = name, real: Any = real, **named: Any) -> Any:
            found[name] += 1
            return real(*given, **named)

        monkeypatch.setattr(f"{module}.{name}", counted)
    return found


def test_a_briefing_summarises_each_chain_once_and_closes_the_city_once(
    calls: Counter[str],
) -> None:
    chains = list(shipped_at().atlas.chains)
    for chosen in (chains[:2], chains):
        asked = fresh()
        calls.clear()
        briefing(asked, Order(chains=tuple(chosen)))
        assert calls.pop("summarise") == len(chosen)
        assert calls == {"close": 2, "boards": 1}, "the chains, and the failures a year before"


def test_lists_score_the_city_once(calls: Counter[str]) -> None:
    for template in shipped_at().atlas.library.lists.values():
        asked = fresh()
        calls.clear()
        assert all(all_lists(asked, list(asked.atlas.chains), template))
        assert calls["boards"] <= 1
        assert calls["close"] <= 1


def test_tiles_score_and_close_the_city_once(calls: Counter[str]) -> None:
    asked = fresh()
    calls.clear()
    tiles(asked, PRINT)
    assert calls.pop("summarise") == len(asked.atlas.chains)
    assert calls == {"close": 1, "boards": 1}
