"""A change of date or assumptions tells every change, what happened, and how many more or fewer."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model.scenario import Scenario
from liantu.telling.changes import changes
from tests.helpers.readings import shipped_at


def under(reading: Reading, **switches: object) -> Reading:
    changed = replace(reading.switches, **switches)  # type: ignore[arg-type]
    return reading.under(Scenario(date=reading.date).assuming(changed, reading.base.library))


def test_a_date_names_the_event_and_every_change() -> None:
    found = changes(shipped_at("2022-10-25"), shipped_at("2022-10-26"))
    assert found is not None
    assert found.words.startswith("口径日期 2022-10-25 → 2022-10-26：")
    assert "2022-10-26 鲁西集团双酚A投产（20 万吨/年）" in found.words
    assert "新增本地 1，失去 0" in found.words
    rows = dict(found.rows)
    assert rows["bpa"] == "双酚A：疑似短链·向上 → 在产"
    assert next(iter(rows)) == "bpa"
    assert f"{len(rows)} 个环节有变化" in found.words


def test_going_back_tells_the_same_event() -> None:
    found = changes(shipped_at("2022-10-26"), shipped_at("2022-10-25"))
    assert found is not None
    assert "鲁西集团双酚A投产" in found.words
    assert dict(found.rows)["bpa"] == "双酚A：在产 → 疑似短链·向上"


def test_a_utilisation_tells_how_many_more_are_thin() -> None:
    before = shipped_at("2022-12-31")
    now = under(before, utilisation=0.8, thin=1.2)
    found = changes(before, now)
    assert found is not None
    more = sum("thin" in v.words for v in now.verdicts.values()) - sum(
        "thin" in v.words for v in before.verdicts.values()
    )
    assert more > 0
    assert found.words.startswith("产能利用率 80% · 细链门槛（保障率低于） 120%：")
    assert f"细链 +{more}" in found.words


def test_what_changes_nothing_is_said_for_assumptions_and_not_for_a_date() -> None:
    before = shipped_at("2022-12-30")
    assert changes(before, before) is None
    assert changes(before, shipped_at("2022-12-31")) is None
    weights = {board: dict(points) for board, points in before.switches.weights.items()}
    next(iter(weights.values()))["demand"] = 0.0
    found = changes(before, under(before, weights=weights))
    assert found is not None
    assert found.words == "权重已改，榜单重排：没有环节变化。"
    assert found.rows == ()
