"""Names as keys, and which enterprise a written name means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.library.importing.names import firms_by_key, name_key
from liantu.model import Enterprise
from tests.helpers.atlases import atlas, product


@pytest.mark.parametrize(
    "written",
    [
        "鲁西化工集团股份有限公司",
        " 鲁西化工（集团）股份有限公司 ",
        "鲁西化工(集团)有限责任公司",
        "鲁西 化工 集团 有限公司",
        "鲁西\u00ad化工\u200b集团公司",  # G064
        "\ufeff鲁西化工集团",
    ],
)
def test_what_typing_and_legal_form_make_of_a_name_is_folded(written: str) -> None:
    assert name_key(written) == "鲁西化工集团"


@pytest.mark.parametrize(
    ("one", "other"),
    [("甲化工有限公司", "甲化学有限公司"), ("甲公司一分公司", "甲公司二分公司"), ("公司", "")],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_characters_that_look_the_same_are_the_same() -> None:
    """G048, G063."""
    assert name_key("\uf9caＰＣ厂") == name_key("流pc厂")


FIRMS = (
    Enterprise("a", "新名有限公司", "甲县", short="新名", aka=("旧名股份有限公司",)),
    Enterprise("b", "旧名商贸有限公司", "甲县", short="旧名"),
)


def test_a_firm_is_found_by_each_of_its_names() -> None:
    known = replace(atlas((product("x"),)), enterprises={firm.id: firm for firm in FIRMS})
    found = firms_by_key(known)
    assert found[name_key("新名公司")] == ("a",)
    assert found[name_key("旧名（股份）有限公司")] == ("a", "b"), "a former name before a short one"
    assert found[name_key("旧名商贸")] == ("b",)
    assert name_key("别家") not in found
    assert "" not in found
