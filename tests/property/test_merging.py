"""Random edits of two sides: applied, compared and merged without a loss."""

from __future__ import annotations

import random
from typing import Any

import pytest

from liantu.library.difference import difference, same
from liantu.library.editing import Draft, edited
from liantu.library.merging import Merged, Side, drafts, left, merge
from liantu.library.plain import ids, plain
from liantu.library.three_ways import COUPLED
from liantu.model import Atlas
from tests.property.test_editing import _atlas, draft_of

_TOGETHER = {key for group in COUPLED for key in group}


def edits(rnd: random.Random, count: int = 3) -> Atlas:
    after = _atlas()
    for _ in range(count):
        draft = draft_of(after, rnd)
        after = edited(after, [draft]) if draft else after
    return after


def applied(before: Atlas, after: Atlas) -> Atlas:
    found = [
        Draft(c.kind, c.id, c.after, after.products[c.id].home)
        if c.kind == "product" and c.after is not None
        else Draft(c.kind, c.id, c.after)
        for c in difference(before, after)
    ]
    return edited(before, found)


def decided(merged: Merged, side: Side) -> tuple[Draft, ...]:
    return drafts(merged, dict.fromkeys(merged.conflicts, side))


@pytest.mark.parametrize("seed", range(5))
def test_the_difference_applied_to_the_one_is_the_other(seed: int) -> None:
    after = edits(random.Random(seed), 6)
    assert same(applied(_atlas(), after), after)
    assert same(applied(after, _atlas()), _atlas())


@pytest.mark.parametrize("seed", range(5))
def test_a_merge_with_itself_changes_nothing(seed: int) -> None:
    mine = edits(random.Random(seed))
    for base in (None, _atlas(), mine):
        assert merge(mine, mine, base) == Merged()


@pytest.mark.parametrize("seed", range(4))
def test_what_only_they_changed_is_taken_whole_and_ours_stays(seed: int) -> None:
    base, other = _atlas(), edits(random.Random(seed))
    merged = merge(base, other, base)
    assert merged.conflicts == ()
    assert same(edited(base, decided(merged, Side.OURS)), other)
    back = merge(other, base, base)
    assert back.changes == () and back.conflicts == ()


@pytest.mark.parametrize("seed", range(4))
def test_disjoint_edits_are_both_there(seed: int) -> None:
    rnd, base = random.Random(seed), _atlas()
    firms = rnd.sample(ids(base, "enterprise"), 6)
    mine = edited(base, [noted(base, firm, "我") for firm in firms[:3]])
    other = edited(base, [noted(base, firm, "他") for firm in firms[3:]])
    both = edited(mine, [noted(base, firm, "他") for firm in firms[3:]])
    merged = merge(mine, other, base)
    assert merged.conflicts == ()
    assert same(edited(mine, decided(merged, Side.OURS)), both)


def noted(atlas: Atlas, firm: str, note: str) -> Draft:
    return Draft("enterprise", firm, {**(plain(atlas, "enterprise", firm) or {}), "note": note})


@pytest.mark.parametrize("seed", range(5))
def test_no_contradiction_is_settled_silently(seed: int) -> None:
    rnd, base = random.Random(seed), _atlas()
    mine, other = edits(rnd), edits(rnd)
    merged = merge(mine, other, base)
    asked = {(c.kind, c.id, c.path[:1]) for c in merged.conflicts}
    whole = {(c.kind, c.id) for c in merged.conflicts if not c.path}
    for change in difference(mine, other):
        states = [plain(one, change.kind, change.id) for one in (base, mine, other)]
        for key in contradictions(*states):
            known = (change.kind, change.id) in whole
            assert known or (change.kind, change.id, (key,)) in asked, (change.kind, change.id, key)


def contradictions(was: Any, mine: Any, other: Any) -> list[str]:
    """Keys with a plain value that both changed, each in another way."""
    if not (was and mine and other):
        return []
    values = ((key, was.get(key), mine.get(key), other.get(key)) for key in {*mine, *other})
    return [
        key
        for key, *three in values
        if key not in _TOGETHER
        and not any(isinstance(one, dict | list) for one in three)
        and three[0] not in three[1:]
        and three[1] != three[2]
    ]


@pytest.mark.parametrize("seed", range(5))
def test_what_is_not_taken_is_listed(seed: int) -> None:
    rnd, base = random.Random(seed), _atlas()
    firm = rnd.choice(ids(base, "enterprise"))
    mine = edited(base, [noted(base, firm, "我")])
    other = edited(edits(rnd), [noted(base, firm, "他")])
    merged = merge(mine, other, base)
    kept = left(merged, dict.fromkeys(merged.conflicts, Side.OURS))
    assert (firm, "他") in [(c.id, c.theirs) for c in kept]
    found = edited(mine, decided(merged, Side.THEIRS))
    assert same(found, other)


@pytest.mark.parametrize("seed", range(3))
def test_either_order_without_conflicts_says_the_same(seed: int) -> None:
    rnd, base = random.Random(seed), _atlas()
    mine, other = edits(rnd, 1), edits(rnd, 1)
    one, two = merge(mine, other, base), merge(other, mine, base)
    assert len(one.conflicts) == len(two.conflicts)
    if not one.conflicts and not one.renamed:
        left_, right = decided(one, Side.OURS), decided(two, Side.OURS)
        assert not difference(edited(mine, left_), edited(other, right))
