"""Only low-tier makers make a key link weak; a maker without a recorded honour is unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.analysis.diagnosis import diagnose
from liantu.analysis.tiers import best_level
from liantu.model import Atlas, Honour, KeyLink, Rung
from liantu.model.classes import Word
from tests.helpers.atlases import atlas, maker, product

LADDER = (Rung("国家级"), Rung("省级"), Rung("市级", low=True))


def city(*levels: str) -> Atlas:
    firms = [
        replace(maker(f"m{at}", "x", 5.0), honours=(Honour("称号", level=level),) if level else ())
        for at, level in enumerate(levels)
    ]
    made = atlas([product("x")], firms)
    key = replace(made.chains["c"], key=(KeyLink("x"),))
    made = replace(made, chains={"c": key})
    return replace(made, library=replace(made.library, ladder=LADDER))


@pytest.mark.parametrize(
    ("levels", "weak"),
    [
        (("市级", "市级"), True),
        (("市级", "省级"), False),
        (("市级", ""), False),
        (("", ""), False),
        (("别的", "市级"), False),
    ],
)
def test_low_tier(levels: tuple[str, ...], weak: bool) -> None:
    assert (Word.WEAK in diagnose(city(*levels)).verdicts["x"].words) is weak


def test_the_best_honour_counts() -> None:
    made = city("市级")
    firm = replace(
        made.enterprises["m0"], honours=(Honour("甲", level="市级"), Honour("乙", level="国家级"))
    )
    assert best_level(made, firm, "") == 0


def test_an_honour_counts_from_its_year_on() -> None:
    """Two works of 市级; one of them became 国家级 in 2024."""
    made = city("市级", "市级")
    risen = replace(
        made.enterprises["m1"],
        honours=(*made.enterprises["m1"].honours, Honour("乙", "2024", "国家级")),
    )
    made = replace(made, enterprises={**made.enterprises, "m1": risen})
    assert [best_level(made, risen, day) for day in ("2023-12-31", "2024-12-31")] == [2, 0]
    words = {at: diagnose(made, at).verdicts["x"].words for at in ("2023-12-31", "2024-12-31")}
    assert [Word.WEAK in words[at] for at in words] == [True, False]


def test_low_makers_of_what_is_no_key_link_prove_nothing() -> None:
    made = city("市级")
    plain = replace(made, chains={"c": replace(made.chains["c"], key=())})
    assert Word.WEAK not in diagnose(plain).verdicts["x"].words
