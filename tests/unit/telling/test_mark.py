"""The letter of a product says how it stands, the same wherever it is named."""

from __future__ import annotations

from liantu.model.classes import Word
from liantu.telling.mark import Look, Mark, mark, marks
from tests.helpers.atlases import atlas, declared, maker, product, route
from tests.helpers.readings import reading, shipped_at


def test_what_is_made_is_filled_and_what_is_unseen_is_hollow() -> None:
    small = atlas([product("x"), product("y", route("x")), product("z")], [maker("a", "y", 1.0)])
    found = reading(small)
    assert mark(found, "y") == Mark("产", Look.HERE, "在产")
    assert mark(found, "x") == Mark("购", Word.SHORT_UP, "疑似短链·向上", hollow=True)
    assert mark(found, "z") == Mark("未", Word.OPEN, "未布局")


def test_a_declared_gap_is_filled() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("a", "y", 1.0)])
    assert mark(reading(declared(small)), "x") == Mark("购", Word.SHORT_UP, "短链·向上")


def test_every_product_of_the_shipped_data_has_a_letter() -> None:
    space = shipped_at()
    letters = {one.letter for product in space.atlas.products for one in marks(space, product)}
    assert letters <= set("产副群自调政断购延细弱无稳未")
    assert {"产", "副", "断", "购", "延", "调"} <= letters
