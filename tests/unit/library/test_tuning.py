"""Thresholds, weights and list templates of a folder: only what is named changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu import paths
from liantu.library.editing import RefusedError
from liantu.library.reader import load_files, read_folder
from liantu.library.tuning import (
    free_template_id,
    template_values,
    with_template,
    with_threshold,
    with_usual_judgement,
    with_weight,
)
from liantu.library.writing.writer import rewritten
from liantu.model import Atlas
from liantu.model.boards import DEFAULT_WEIGHTS, Board, weighted
from liantu.model.scenario import Scenario
from tests.helpers.readings import loaded


def shipped() -> Atlas:
    return loaded().atlas


def changed_lines(after: Atlas) -> list[tuple[str, str]]:
    files = read_folder(paths.shipped_chains())
    new = rewritten(files, shipped(), after)
    assert set(new) == {"library.yaml"}
    old = files["library.yaml"].decode().split("\n")
    now = new["library.yaml"].decode().split("\n")
    if len(old) != len(now):
        return [("", line) for line in now if line not in old]
    return [(a, b) for a, b in zip(old, now, strict=True) if a != b]


def test_a_threshold_changes_its_line_and_keeps_the_comment() -> None:
    after = with_threshold(shipped(), "thin", 0.8)
    assert after.library.thin == 0.8
    assert replace(after.library, thin=1.0) == shipped().library
    ((old, new),) = changed_lines(after)
    assert new == old.replace("thin: 1 ", "thin: 0.8 ")
    assert "# 保障率低于此值为细链" in new


def test_a_year_is_no_fraction() -> None:
    after = with_threshold(shipped(), "stale_before", 2020.0)
    assert after.library.stale_before == 2020
    assert [new for _, new in changed_lines(after)] == ["  stale_before: 2020"]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(RefusedError):
        with_threshold(shipped(), "thin", 0.0)
    with pytest.raises(RefusedError):
        with_threshold(shipped(), "utilisation", 1.5)


def test_a_weight_changes_alone() -> None:
    after = with_weight(shipped(), Board.FILL, "demand", 45.0)
    assert after.library.weights["fill"]["demand"] == 45
    assert weighted(after.library.weights)[Board.STRONG] == DEFAULT_WEIGHTS[Board.STRONG]
    ((_, new),) = changed_lines(after)
    assert "demand: 45, ready: 20" in new


def test_a_weight_as_usual_is_not_written_where_none_was() -> None:
    bare = with_usual_judgement(shipped())
    assert (bare.library.weights, bare.library.thin) == ({}, 1.0)
    assert with_weight(bare, Board.STRONG, "tier", 25.0).library.weights == {}
    assert with_weight(bare, Board.STRONG, "tier", 30.0).library.weights == {"strong": {"tier": 30}}


def test_a_template_is_written_and_taken_away() -> None:
    values = template_values(shipped().library.lists["five_five"])
    assert values["sheets"][0]["columns"][0] == "chain"
    values["name"] = "本市清单"
    id_ = free_template_id(shipped())
    after = with_template(shipped(), id_, values)
    assert after.library.lists[id_].name == "本市清单"
    assert after.library.lists[id_].sheets == shipped().library.lists["five_five"].sheets
    again = load_files(
        read_folder(paths.shipped_chains())
        | rewritten(read_folder(paths.shipped_chains()), shipped(), after)
    )
    assert again.atlas.library == after.library
    assert with_template(after, id_, None).library == shipped().library


def test_there_is_one_default() -> None:
    values = template_values(shipped().library.lists["city"]) | {"default": "yes"}
    after = with_template(shipped(), "city", values)
    assert [i for i, item in after.library.lists.items() if item.default] == ["city"]
    assert next(iter(after.library.lists)) == "city"


def test_what_the_folder_says_is_followed_and_what_was_assumed_stays() -> None:
    changed = with_threshold(shipped(), "thin", 0.8)
    after = with_weight(changed, Board.FILL, "demand", 45.0).library
    followed = Scenario().switches(after)
    assert (followed.thin, followed.weights[Board.FILL]["demand"]) == (0.8, 45)
    own = Scenario(thin=0.6).switches(after)
    assert (own.thin, own.weights[Board.FILL]["demand"]) == (0.6, 45)
    assert Scenario().assuming(own, after) == Scenario(thin=0.6)
