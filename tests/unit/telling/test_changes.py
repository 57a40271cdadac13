"""A change of date or assumptions tells every change, what happened, and how many more or fewer."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model.scenario import Plant, ProjectChoice, Scenario, Stop
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


def test_another_scenario_is_named_and_not_its_parts() -> None:
    before = shipped_at("2022-12-31")
    now = before.under(replace(before.base.scenarios["bpa-120"], date=before.date))
    found = changes(before, now)
    assert found is not None
    assert found.words.startswith("情景 现状 → 双酚A 120万吨全部投产：")
    back = changes(now, before)
    assert back is not None
    assert back.words.startswith("情景 双酚A 120万吨全部投产 → 现状：")


def test_every_single_assumption_is_named() -> None:
    before = shipped_at("2022-12-31")
    firm, project = "luxi", before.base.projects["P001"].name
    steps = (
        (Scenario(stops=(Stop(firm),)), "假定停产：鲁西集团"),
        (Scenario(projects=(ProjectChoice("P001", phase=2),)), f"假定投产：{project}第2步"),
        (Scenario(projects=(ProjectChoice("P001", on=False),)), f"假定不计：{project}"),
        (
            Scenario(plants=(Plant(firm, "pc", 30, "万吨/年"),)),
            "假定产能：鲁西集团聚碳酸酯30万吨/年",
        ),
        (Scenario(external=("bpa",)), "允许外购 双酚A"),
        (Scenario(ambition=("bauxite",)), "列入本地目标 铝土矿"),
    )
    for scenario, words in steps:
        now = before.under(replace(scenario, date=before.date))
        found = changes(before, now)
        assert found is not None
        assert found.words.startswith(words), found.words
        again = changes(now, before)
        assert again is not None
        assert again.words.startswith("不再"), again.words


def test_many_taken_back_at_once_are_told_as_one() -> None:
    before = shipped_at("2022-12-31")
    many = Scenario(
        date=before.date,
        stops=(Stop("luxi"),),
        external=("bpa",),
        utilisation=0.9,
        plants=(Plant("luxi", "pc"),),
    )
    found = changes(before.under(many), before)
    assert found is not None
    assert found.words.startswith("情景 未保存的情景 → 现状：")


def test_keeping_a_scenario_changes_nothing() -> None:
    before = shipped_at("2022-12-31").under(Scenario(date="2022-12-31", external=("bpa",)))
    kept = before.under(replace(before.scenario, id="s001", name="试一试"))
    assert changes(before, kept) is None


def test_what_moves_without_a_class_is_told_as_amounts() -> None:
    before = shipped_at("2022-12-31")
    now = before.under(replace(before.base.scenarios["bpa-120"], date=before.date))
    found = changes(before, now)
    assert found is not None
    assert "双酚A 余 1.9 → 101.9 万吨/年" in found.words
