"""Pictures of more chains than they can hold show the weightiest and say so."""

from __future__ import annotations

import pytest

from liantu.analysis.certain import chain_tallies
from liantu.model.classes import Word
from liantu.telling.charts import first
from liantu.telling.charts.catalogue import ChartName, chart
from liantu.telling.charts.model import Grid
from tests.helpers.readings import shipped_at

NAMES = (ChartName.HEAT, ChartName.MATRIX, ChartName.NETWORK)


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_all_chains_says_nothing_of_others(name: ChartName) -> None:
    reading = shipped_at("2022-12-31")
    found = chart(reading, name)
    assert isinstance(found, Grid)
    assert len(found.rows) == len(reading.atlas.chains)
    assert first.told(1, 1) == "" and "图上只列" not in found.note


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_of_some_chains_says_how_many_there_are(
    name: ChartName, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = shipped_at("2022-12-31")
    whole = chart(reading, name)
    monkeypatch.setattr(first, "MOST", 4)
    found = chart(reading, name)
    assert isinstance(found, Grid)
    assert isinstance(whole, Grid)
    assert len(found.rows) == 4
    assert found.finding == whole.finding  # told of all of them
    assert f"前 4 条链，共 {len(reading.atlas.chains)} 条" in found.note
    assert {cell.row for cell in found.cells} <= set(range(4))


def test_the_chains_with_most_broken_links_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    reading = shipped_at("2022-12-31")
    counts = {key: chain_tallies(reading, key)[Word.BROKEN].whole for key in reading.atlas.chains}
    monkeypatch.setattr(first, "MOST", 4)
    found = chart(reading, ChartName.HEAT)
    assert isinstance(found, Grid)
    shown = [head.aim.chain for head in found.rows if head.aim]
    left = max(counts[key] for key in counts if key not in shown)
    assert [counts[key] for key in shown] == sorted(counts.values(), reverse=True)[:4]
    assert all(counts[key] >= left for key in shown)
