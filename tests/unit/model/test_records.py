"""Records keep the wording of their source beside the number read from it."""

from __future__ import annotations

import pytest

from liantu.model import Phase, Project, Quantity, Status, Supply, SupplyMode


def test_a_magnitude_without_a_plain_number_is_unknown() -> None:
    assert Quantity("约 3 亿元（两期）").amount is None
    assert Quantity("3亿元", 3.0, "亿元").text == "3亿元"


def test_what_a_project_does_not_say_is_unknown() -> None:
    item = Project("p", "甲项目", Status.PLANNED)
    assert (item.investment, item.tax, item.land, item.phases) == (None, None, None, ())
    assert Phase(Status.PLANNED).amount is None


def test_parties_outside_the_atlas_keep_their_names_only() -> None:
    item = Supply("s", "供蒸汽", SupplyMode("pipe"), supplier_name="热电厂", customer="luxi")
    assert (item.supplier, item.supplier_name, item.customer) == ("", "热电厂", "luxi")
    with pytest.raises(ValueError, match="by sea"):
        SupplyMode("by sea")
