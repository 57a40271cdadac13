"""What the counties answered, taken together: the latest word of each counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.replies import Replies
from liantu.model import Atlas
from liantu.model.standing import Standing
from liantu.model.verification import WHOLE, Answer, Reply
from tests.helpers.atlases import atlas, declared, product

DAY = "2022-12-31"


def asked(*told: tuple[str, Answer, str]) -> Atlas:
    """Two counties and what they said of X, each with its date."""
    found = atlas([product("x")])
    region = replace(found.library.region, counties=("甲县", "乙县"))
    return replace(
        found,
        library=replace(found.library, region=region),
        answers=tuple(Reply("x", county, answer, date) for county, answer, date in told),
    )


def standing(found: Atlas) -> Standing:
    return Replies(found, DAY).standing("x")


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ((), Standing.UNSEEN),
        (((WHOLE, Answer.NONE, "2022-03-01"),), Standing.NONE),
        ((("甲县", Answer.NONE, "2022-03-01"),), Standing.ASKED),
        (
            ((WHOLE, Answer.NONE, "2022-03-01"), ("甲县", Answer.UNCLEAR, "2022-06-01")),
            Standing.ASKED,
        ),
        (
            ((WHOLE, Answer.UNCLEAR, "2022-03-01"), (WHOLE, Answer.NONE, "2022-06-01")),
            Standing.NONE,
        ),
    ],
)
def test_the_latest_answer_of_every_county_counts(
    told: tuple[tuple[str, Answer, str], ...], wanted: Standing
) -> None:
    assert standing(asked(*told)) is wanted


def test_an_unclear_answer_outweighs_the_word_that_all_are_on_record() -> None:
    assert standing(declared(asked())) is Standing.NONE
    assert standing(declared(asked(("甲县", Answer.UNCLEAR, "2022-06-01")))) is Standing.ASKED
