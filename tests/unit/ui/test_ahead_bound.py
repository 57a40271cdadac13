"""What is laid out ahead is bounded, and begins beside what is looked at."""

from types import SimpleNamespace
from typing import Any

import pytest

from liantu.model.focus import TREE, Focus
from liantu.ui.seen import looking, preparing

KEYS = [f"c{at}" for at in range(preparing.LAID_AHEAD + 50)]


@pytest.fixture
def laid(monkeypatch: pytest.MonkeyPatch) -> list[Focus]:
    found: list[Focus] = []
    monkeypatch.setattr(preparing.comparing, "has_room", lambda _: False)
    monkeypatch.setattr(looking, "graph_of", lambda _, focus: focus)
    monkeypatch.setattr(looking, "segment_map", lambda _, focus, *__: found.append(focus))
    return found


def foresee(focus: Focus) -> None:
    reading: Any = SimpleNamespace(atlas=SimpleNamespace(chains=dict.fromkeys(KEYS)))
    area: Any = None
    progress: Any = SimpleNamespace(check=lambda: None)
    preparing.foresee(reading, focus, area, progress)


def test_of_thousands_of_chains_the_next_ones_are_laid_out(laid: list[Focus]) -> None:
    foresee(Focus(chain="c60", detail="whole", box="a"))
    assert [f.chain for f in laid[:5]] == ["c60", "c59", "c61", "c58", "c62"]
    assert len({f.chain for f in laid}) == preparing.LAID_OF_MANY < looking.MAPS
    assert {(f.detail, f.box, f.map) for f in laid} == {("whole", "", None)}


def test_without_a_chain_the_first_ones_are_laid_out_as_maps(laid: list[Focus]) -> None:
    foresee(Focus(view=TREE))
    assert [f.chain for f in laid] == KEYS[: preparing.LAID_OF_MANY]
    assert {f.view for f in laid} == {"segments"}
