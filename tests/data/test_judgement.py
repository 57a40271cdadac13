"""What a planner of the city expects of the judgement, on the shipped data."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from liantu.analysis.asking import SHORT, home_or_key
from liantu.analysis.boards import confirmed
from liantu.analysis.reading import Reading
from liantu.library import load
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.gates import Effect
from liantu.model.scenario import Scenario
from liantu.model.standing import LOCAL, Certainty, Remedy, Standing, Tag
from liantu.model.verification import WHOLE, Answer, Reply

DATE = "2022-12-31"


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load(Path(__file__).parents[2] / "chains").atlas


def read(atlas: Atlas, date: str = DATE) -> Reading:
    return Reading.of(atlas, Scenario(date=date))


@pytest.fixture(scope="module")
def reading(atlas: Atlas) -> Reading:
    return read(atlas)


def on_boards(reading: Reading) -> Mapping[Board, list[str]]:
    return {board: [row.product for row in reading.rows(board)] for board in Board}


def test_no_closed_generic_or_group_only_product_stands_on_a_board(reading: Reading) -> None:
    for board, rows in on_boards(reading).items():
        for product in rows:
            verdict = reading.verdicts[product]
            assert verdict.standing is not Standing.SHUT, product
            assert not reading.atlas.products[product].generic, product
            if board is Board.FILL:
                beside = [v for v in reading.verdicts.values() if v.merged == product]
                users = {u for v in (verdict, *beside) for u in v.uses}
                made = {u for u in users if reading.situation.standing(u) is Standing.MADE}
                assert made, product


@pytest.mark.parametrize("product", ["hrc", "hotmetal", "coke"])
def test_iron_and_coke_are_secured_from_outside_with_the_source(
    reading: Reading, product: str
) -> None:
    verdict = reading.verdicts[product]
    assert (verdict.standing, verdict.remedy) == (Standing.SHUT, Remedy.SUPPLY)
    assert verdict.certainty is Certainty.POLICY
    gate = verdict.gates[0]
    assert gate.effect is Effect.SHUT
    assert gate.text
    assert all(source in reading.atlas.sources for source in gate.sources)
    assert gate.sources


@pytest.mark.parametrize(
    "product", ["veg", "ringforg", "particle", "treat", "broilfeed", "casting", "flour"]
)
def test_what_the_citys_own_words_say_is_made_is_local(reading: Reading, product: str) -> None:
    assert reading.verdicts[product].standing in LOCAL


@pytest.mark.parametrize("product", ["butt", "c2h2", "rfl"])
def test_what_a_plant_makes_on_the_way_is_captive(reading: Reading, product: str) -> None:
    assert reading.verdicts[product].standing is Standing.CAPTIVE


def test_cyclohexanone_is_a_traded_main_material(reading: Reading) -> None:
    share = reading.verdicts["chexone"].uses["oxime"]
    assert (share.role, round(share.weight, 2)) == ("main", 0.73)
    assert reading.verdicts["chexone"].standing is Standing.UNSEEN
    assert read(reading.atlas, "2024-12-31").verdicts["chexone"].standing is Standing.MADE


def test_no_gap_is_fed_by_an_auxiliary_or_a_common_material(reading: Reading) -> None:
    for verdict in reading.verdicts.values():
        for product in verdict.fed:
            assert verdict.fed[product] > 0, verdict.product
            assert reading.atlas.products[product].home or product in reading.diagnosis.wanted
        if verdict.worst in (Word.BROKEN, Word.SHORT_DOWN):
            assert verdict.fed_share >= 1 / 3 - 1e-9


def test_weak_links_are_few_and_each_has_its_evidence(reading: Reading) -> None:
    weak = reading.diagnosis.of(Word.WEAK)
    assert weak == ("cath",)
    assert all(reading.verdicts[p].weakness for p in weak)


def test_sole_makers_are_few(reading: Reading) -> None:
    tagged = [
        v.product
        for v in reading.verdicts.values()
        if Tag.SOLE in v.tags or Tag.SOLE_ON_RECORD in v.tags
    ]
    assert 0 < len(tagged) <= 40


def test_a_shortlist_has_at_most_five_rows(reading: Reading) -> None:
    lists = {chain: reading.shortlist(chain) for chain in reading.atlas.chains}
    assert max(map(len, lists.values())) <= SHORT
    assert set(lists["machinery"]) >= {"servo", "linear", "cnc"}


def test_nothing_is_confirmed_until_somebody_answers(reading: Reading) -> None:
    for board in (Board.FILL, Board.EXTEND):
        assert reading.rows(board)
        assert confirmed(reading.rows(board), reading.verdicts) == ()


def test_phenol_and_cyclohexanone_lead_the_chain_of_polycarbonate(reading: Reading) -> None:
    first = [row.product for row in reading.rows(Board.FILL, "pc-nylon")[:2]]
    assert set(first) == {"phenol", "chexone"}
    need = {p: reading.verdicts[p].balance for p in ("phenol", "acetone", "chexone")}
    deficits = {p: round(b.deficit or 0.0, 1) for p, b in need.items() if b is not None}
    assert deficits == {"phenol": 17.0, "acetone": 5.3, "chexone": 17.7}
    assert reading.verdicts["acetone"].merged == "phenol"
    assert Tag.CARRIED in reading.verdicts["chexone"].tags


def test_machine_parts_stand_on_the_board_of_2026(atlas: Atlas) -> None:
    rows = on_boards(read(atlas, "2026-06-30"))[Board.FILL]
    assert {"linear", "servo", "cnc"} <= set(rows)


def test_the_bisphenol_case_is_as_everybody_knows_it(atlas: Atlas) -> None:
    before, after = read(atlas, "2022-10-25"), read(atlas, DATE)
    assert before.verdicts["bpa"].standing is Standing.UNSEEN
    balance = after.verdicts["bpa"].balance
    assert balance is not None
    assert (balance.supply, round(balance.need, 1)) == (20.0, 18.1)
    assert round(balance.surplus or 0.0, 1) == 1.9


def test_a_chain_lists_its_own_products_and_key_links(reading: Reading) -> None:
    for chain in reading.atlas.chains:
        shown = home_or_key(reading.atlas, chain)
        for board in Board:
            assert {row.product for row in reading.rows(board, chain)} <= shown


def answered(atlas: Atlas, *told: tuple[str, Answer]) -> Reading:
    replies = tuple(Reply("phenol", county, answer, "2022-06-01") for county, answer in told)
    return read(replace(atlas, answers=replies))


def test_answers_move_a_product_through_its_standings(atlas: Atlas) -> None:
    counties = [c for c in atlas.library.region.counties if c != "未注明"]
    some = answered(atlas, (counties[0], Answer.NONE))
    every = answered(atlas, *((c, Answer.NONE) for c in counties))
    whole = answered(atlas, (WHOLE, Answer.NONE))
    one = answered(atlas, (counties[-1], Answer.MADE), *((c, Answer.NONE) for c in counties[:-1]))
    standings = [r.verdicts["phenol"].standing for r in (read(atlas), some, every, whole, one)]
    assert standings == ["unseen", "asked", "none", "none", "group"]
    asked = [any(q.product == "phenol" for q in r.questions) for r in (some, every, one)]
    assert asked == [True, False, False]
    first = [bool(confirmed(r.rows(Board.FILL), r.verdicts)) for r in (some, every, one)]
    assert first == [False, True, False]
    assert every.shortlist("pc-nylon") == ("phenol",)
    assert some.shortlist("pc-nylon") == ()
    spans = [r.summary("pc-nylon").span for r in (some, every, one)]
    assert [s.most - spans[0].most for s in spans] == [0, -1, 0]
    # With phenol made here, 异丙苯 before it becomes 装置内自供: two products more are seen.
    assert [s.seen - spans[0].seen for s in spans] == [0, 0, 2]
    assert one.verdicts["bpa"].main_share == pytest.approx(
        (every.verdicts["bpa"].main_share or 0.0) + every.verdicts["phenol"].uses["bpa"].weight
    )
