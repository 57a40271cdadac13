"""What stays and what goes when something else is looked at."""

from __future__ import annotations

import pytest

from liantu.model.focus import Focus
from liantu.model.target import Target

FULL = Focus(
    page="report",
    chain="al",
    section="s",
    target=Target("product", "alumina"),
    map=Target("enterprise", "xinfa"),
    lens="balance",
    county="茌平区",
    fold="alumina",
    list="matches",
    scope="cu",
)


def test_another_chain_keeps_the_way_of_looking_and_drops_what_was_chosen() -> None:
    found = FULL.opened("cu")
    assert (found.page, found.chain, found.section) == ("map", "cu", None)
    assert (found.target, found.map, found.fold) == (None, None, "")
    assert (found.lens, found.county, found.list, found.scope) == (
        "balance",
        "茌平区",
        "matches",
        "cu",
    )


def test_picking_in_the_same_chain_keeps_section_map_and_fold() -> None:
    found = FULL.picked(Target("product", "al"), "al")
    assert (found.section, found.map, found.fold) == (FULL.section, FULL.map, FULL.fold)
    assert (found.product, found.enterprise, found.firm) == ("al", "", "xinfa")


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        ("products", "enterprise", "enterprises"),
        ("enterprises", "product", "products"),
        ("short", "product", "short"),
        ("balance", "product", "balance"),
        ("short", "enterprise", "enterprises"),
        ("issues", "product", "issues"),
        ("city", "enterprise", "city"),
        ("products", "project", "products"),
    ],
)
def test_the_list_of_its_kind_comes_to_the_front(before: str, kind: str, after: str) -> None:
    assert Focus(list=before).picked(Target(kind, "x"), "al").list == after


def test_nothing_picked_changes_no_list() -> None:
    assert Focus(page="map", list="weak").picked(None) == Focus(page="map", list="weak")
