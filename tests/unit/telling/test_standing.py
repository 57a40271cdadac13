"""How sure an absence is and how much the data hold, said with values."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.model import Atlas, Figure
from liantu.model.classes import Word
from liantu.telling.standing import class_words, coverage_sentence
from tests.helpers.atlases import atlas, declared, maker, product, route
from tests.helpers.readings import reading


def city(registered: float | None) -> Atlas:
    """Three firms, two of which run, in a city whose register counts ``registered``."""
    rows = [maker("a", "x", 1.0), maker("b", "x"), maker("c", "x", until="2015")]
    found = atlas([product("x")], rows)
    library = replace(found.library, registered="all")
    figure = Figure("all", "规上工业企业", "", amount=registered)
    return replace(found, library=library, figures={"all": figure})


@pytest.mark.parametrize(
    ("registered", "said"),
    [
        (12.0, "资料收录 3 家，约为规上 12 家的 25%，其中有在产产品记录的 2 家；"),
        (None, "资料收录 3 家，其中有在产产品记录的 2 家；"),
    ],
)
def test_the_data_hold_a_share_of_the_register(registered: float | None, said: str) -> None:
    assert coverage_sentence(reading(city(registered))) == f"{said}“未见记录”不等于没有。"


def test_only_a_class_that_asks_for_action_is_suspected() -> None:
    small = atlas([product("x"), product("y", route("x")), product("z")], [maker("a", "y", 1.0)])
    unseen, sure = reading(small).verdicts, reading(declared(small)).verdicts
    assert (unseen["x"].words, unseen["z"].words) == ((Word.SHORT_UP,), (Word.OPEN,))
    assert [class_words(unseen[p]) for p in "xyz"] == ["疑似短链·向上", "稳", "未布局"]
    assert [class_words(sure[p]) for p in "xyz"] == ["短链·向上", "稳", "未布局"]
