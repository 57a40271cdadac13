"""What holds for the whole city is worked out once for a paper, not once for every chain."""

from __future__ import annotations

from collections import Counter
from functools import cache
from importlib import import_module
from typing import Any

import pytest

from liantu import paths
from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.briefing.lists import all_lists
from liantu.briefing.office import Office
from liantu.briefing.report import briefing
from liantu.diagram.city import tiles
from liantu.diagram.theme import PRINT
from liantu.library import load
from liantu.model import Atlas

COUNTED = (
    ("liantu.briefing.report", "summarise"),
    ("liantu.diagram.sheet", "summarise"),
    ("liantu.analysis.summary", "close"),
    ("liantu.analysis.failure", "close"),
    ("liantu.analysis.ranking", "_Reach"),
)


@cache
def shipped() -> tuple[Atlas, Diagnosis]:
    atlas = load(paths.shipped_chains()).atlas
    return atlas, diagnose(atlas, "2022-10-26")


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


def test_a_briefing_closes_the_city_as_often_for_two_chains_as_for_twenty(
    calls: Counter[str],
) -> None:
    atlas, diagnosis = shipped()
    chains = list(atlas.chains)
    for chosen in (chains[:2], chains):
        calls.clear()
        briefing(atlas, diagnosis, chosen, Office())
        assert calls.pop("summarise") == len(chosen)
        assert calls == {"close": 2, "_Reach": 1}, "the chains, and the failures a year before"


def test_lists_score_the_city_once(calls: Counter[str]) -> None:
    atlas, diagnosis = shipped()
    for template in atlas.library.lists.values():
        calls.clear()
        assert all(all_lists(atlas, diagnosis, list(atlas.chains), template))
        assert calls == {"_Reach": 1}


def test_tiles_score_and_close_the_city_once(calls: Counter[str]) -> None:
    tiles(*shipped(), PRINT)
    assert calls == {"close": 1, "_Reach": 1}
