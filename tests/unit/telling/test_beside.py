"""Two chains or counties side by side: what may be compared, what is shared, what passes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.certain import gaps
from liantu.analysis.reading import Reading
from liantu.analysis.summary import Ratio, Span
from liantu.model.focus import Focus
from liantu.model.records import Supply, SupplyMode
from liantu.model.target import Target
from liantu.telling import completeness
from liantu.telling.beside import figures, lists
from liantu.telling.beside.figures import Figure, How, Value
from liantu.telling.beside.pair import Pair, meant
from liantu.telling.beside.told import Beside, beside
from tests.helpers.readings import shipped_at

CHAINS = (("pc-nylon", "chem"), ("al", "cu"), ("nev", "machinery"), ("soy", "food"))
COUNTIES = (("茌平区", "临清市"), ("高新区", "东昌府区"))
PAIRS = [Pair("chain", *ids) for ids in CHAINS] + [Pair("county", *names) for names in COUNTIES]


def told(pair: Pair, reading: Reading | None = None) -> Beside:
    return beside(reading or shipped_at(), pair)


def row(found: Beside, key: str) -> Figure:
    return next(figure for figure in found.figures if figure.key == key)


def figure(left: Value, right: Value, how: How) -> str:
    return Figure(key="", words="", unit="家", left=left, right=right, how=how).difference


# -- what may be said of two values


def test_numbers_of_one_whole_are_counted_and_other_parts_are_told_in_points() -> None:
    same = figures.part(Ratio(5, 12), "家"), figures.part(Ratio(7, 12), "家")
    assert figure(*same, How.PART) == "右多 2 家"
    other = figures.part(Ratio(12, 46), "家"), figures.part(Ratio(14, 33), "家")
    assert figure(*other, How.PART) == "右高 16 个百分点"
    assert figure(figures.counted(3, "家"), figures.counted(3, "家"), How.COUNT) == "相同"
    assert figure(figures.counted(3, "家"), figures.counted(9, "家"), How.APART) == ""


def test_what_is_unknown_is_neither_zero_nor_compared() -> None:
    nobody = figures.part(Ratio(0, 0), "家")
    assert (nobody.told, nobody.number) == ("不详", None)
    assert figure(nobody, figures.part(Ratio(2, 4), "家"), How.PART) == ""
    few = figures.part(Ratio(1, 2), "家")
    assert (few.told, few.share) == ("1/2 家", None)
    assert figure(few, figures.part(Ratio(2, 4), "家"), How.PART) == ""


OF_RECORDS = {"running", "unknown", "stale"}
"""Shares that tell how complete the records are."""


@pytest.mark.parametrize("pair", PAIRS, ids=str)
def test_what_is_said_to_differ_most_does(pair: Pair) -> None:
    found = told(pair)
    shares = {
        one.words: abs(one.points)
        for one in found.figures
        if one.points is not None and one.key not in OF_RECORDS
    }
    most = max(shares, key=lambda words: shares[words])
    if shares[most] < 10:
        assert "相差都不到 10 个百分点" in found.sentence
    else:
        assert f"差别最大的是{most}：" in found.sentence


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (Span(8, 10, 10), Span(1, 5, 10), "左高"),
        (Span(1, 5, 10), Span(8, 10, 10), "右高"),
        (Span(1, 9, 10), Span(8, 10, 10), "区间重叠，不分高低"),
        (Span(0, 0, 0), Span(8, 10, 10), ""),
    ],
)
def test_intervals_are_told_apart_only_where_they_do_not_meet(
    left: Span, right: Span, words: str
) -> None:
    assert figure(figures.span(left), figures.span(right), How.SPAN) == words


# -- figures are those of the rest of the program


def test_the_figures_of_a_chain_are_those_of_its_page() -> None:
    reading = shipped_at()
    found = told(Pair("chain", "pc-nylon", "chem"))
    summary = reading.summary("pc-nylon")
    assert row(found, "firms").left.number == len(summary.enterprises)
    assert completeness.span(summary.span) in row(found, "span").left.told
    assert row(found, "mains").left.told.startswith(completeness.secured(summary.mains))
    tally = gaps(reading, "pc-nylon")
    assert row(found, "gaps").left.told == f"确认 {tally.known} · 疑似 {tally.suspected}"
    assert row(found, "gaps").difference == ""
    assert row(found, "keys").difference == "右多 2 个"


def test_a_county_counts_what_its_enterprises_run() -> None:
    reading = shipped_at()
    found = told(Pair("county", "高新区", "东昌府区"))
    there = [e for e in reading.atlas.enterprises.values() if e.county == "高新区"]
    assert row(found, "firms").left.number == len(there)
    made = {p for p, v in reading.verdicts.items() if {e.id for e in there} & {*v.makers}}
    assert row(found, "made").left.number == len(made)
    assert row(found, "mains").difference == "左高 54 个百分点"


@pytest.mark.parametrize("pair", PAIRS)
def test_swapped_sides_say_the_same_the_other_way_round(pair: Pair) -> None:
    found, back = told(pair), told(pair.swapped)
    assert {f.key: (f.left.told, f.right.told) for f in found.figures} == {
        f.key: (f.right.told, f.left.told) for f in back.figures
    }
    assert [t.id for t in found.group("gives").ties] == [t.id for t in back.group("takes").ties]
    assert {t.id for t in found.group("shared").ties} == {t.id for t in back.group("shared").ties}


@pytest.mark.parametrize("pair", PAIRS)
def test_the_sentence_names_both_and_no_share_without_its_whole(pair: Pair) -> None:
    found = told(pair)
    assert all(name in found.sentence for name in found.names)
    assert found.sentence.count("%") == found.sentence.count("%）") + found.sentence.count(
        "%（在产"
    )
    assert found.sentence.endswith("。")


# -- what is shared, and what passes


def test_shared_links_are_no_raw_goods_and_key_ones_stand_first() -> None:
    reading = shipped_at()
    found = told(Pair("chain", "soy", "food")).group("shared")
    ids = [tie.id for tie in found.ties]
    products = reading.atlas.products
    assert not [p for p in ids if products[p].raw or products[p].generic]
    assert [tie.name for tie in found.ties[:2]] == ["大豆油", "大豆膳食纤维"]
    assert found.ties[0].left == "中游 初加工（关键）"
    assert found.count == sum(reading.verdicts[p].local for p in ids)


def test_enterprises_of_both_tell_what_they_make_for_each() -> None:
    (tie,) = told(Pair("chain", "al", "cu")).group("firms").ties
    assert (tie.name, tie.right, tie.words) == ("信发集团", "电解铝", "茌平区 · 铝链主")


def test_a_way_rests_on_a_record_on_the_process_or_on_nothing_yet() -> None:
    found = told(Pair("chain", "chem", "pc-nylon")).group("gives")
    bases = [tie.words for tie in found.ties]
    assert bases[0] == "按工艺推定，未见供货记录"
    assert bases[-1] == "上游未见在产"
    assert found.count == bases.count("按工艺推定，未见供货记录") == 3


def test_a_supply_on_record_between_counties_is_told_as_such() -> None:
    reading = shipped_at()
    pair = Pair("county", "高新区", "东昌府区")
    (tie,) = told(pair).group("gives").ties
    assert (tie.name, tie.left, tie.right) == ("驱动电机", "财金博源", "中通客车")
    assert tie.words == "可对接，余量待核实"
    maker = reading.verdicts[tie.id].makers[0]
    user = next(e.id for e in reading.atlas.enterprises.values() if e.short == "中通客车")
    supply = Supply("s", "供", SupplyMode.DIRECT, tie.id, maker, user)
    for inferred, words in ((True, "推定有供货，请核实"), (False, "有供货记录")):
        supplies = {**reading.atlas.supplies, "s": replace(supply, inferred=inferred)}
        known = Reading.of(replace(reading.atlas, supplies=supplies), reading.scenario)
        group = told(pair, known).group("gives")
        told_ = next(t for t in group.ties if t.id == tie.id)
        assert (told_.words, group.count) == (words, int(not inferred))


# -- which two


def test_the_shown_chain_stands_beside_what_it_has_most_to_do_with() -> None:
    reading = shipped_at()
    assert meant(reading, Focus(chain="pc-nylon")) == Pair("chain", "pc-nylon", "chem")
    left = Target("county", "茌平区")
    pair = meant(reading, Focus(chain="al", left=left))
    assert pair is not None
    assert (pair.kind, pair.left) == ("county", "茌平区")
    gone = Focus(chain="al", left=Target("chain", "none"), right=Target("chain", "cu"))
    assert meant(reading, gone) == Pair("chain", "al", "cu")
    assert meant(Reading.nothing(), Focus()) is None


def test_a_figure_leads_to_its_list_of_its_side() -> None:
    found = told(Pair("chain", "al", "cu"))
    aim = lists.aim(found, row(found, "broken"), 1)
    assert (aim.list, aim.chain, aim.word) == ("products", "cu", "broken")
    counties = told(Pair("county", "茌平区", "临清市"))
    aim = lists.aim(counties, row(counties, "projects"), 0)
    assert (aim.list, aim.chain, aim.county) == ("projects", "", "茌平区")
