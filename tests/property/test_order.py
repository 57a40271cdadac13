"""The order of the keys in a file decides nothing: YAML mappings have none."""

from __future__ import annotations

import random
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from liantu import paths
from liantu.analysis.diagnosis import diagnose
from liantu.diagram.views.detail import build_view
from liantu.library import load
from liantu.library.order import by_id
from liantu.model import Atlas
from tests.helpers.folders import CHAIN, write
from tests.helpers.readings import reading


def shuffled(node: Any, dice: random.Random) -> Any:
    """The same data with the keys of every mapping in another order."""
    if isinstance(node, list):
        return [shuffled(child, dice) for child in node]
    if not isinstance(node, dict):
        return node
    keys = list(node)
    dice.shuffle(keys)
    return {key: shuffled(node[key], dice) for key in keys}


def copy(source: Path, target: Path, seed: int) -> Path:
    dice = random.Random(seed)
    for path in source.rglob("*.yaml"):
        tree = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        text = yaml.dump(shuffled(tree, dice), allow_unicode=True, sort_keys=False)
        copied = target / path.relative_to(source)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_text(text, encoding="utf-8")
    return target


def in_order(atlas: Atlas) -> list[tuple[str, Any]]:
    """Everything in the atlas with its order, without the places in the files."""
    plain = [(f.name, getattr(atlas, f.name)) for f in fields(atlas) if f.name != "places"]
    return [(n, list(v.items()) if isinstance(v, dict) else v) for n, v in plain]


@cache
def shipped() -> Atlas:
    return load(paths.shipped_chains()).atlas


@pytest.mark.parametrize("seed", [1, 2])
def test_shuffled_keys_give_the_same_atlas_diagnosis_and_cards(tmp_path: Path, seed: int) -> None:
    atlas = load(copy(paths.shipped_chains(), tmp_path / "d", seed)).atlas
    assert in_order(atlas) == in_order(shipped())
    ours, theirs = diagnose(atlas), diagnose(shipped())
    assert list(ours.verdicts.items()) == list(theirs.verdicts.items())
    assert ours.balances == theirs.balances
    assert list(ours.losses.items()) == list(theirs.losses.items())
    for chain in ("pc-nylon", "nev"):
        views = [build_view(reading(a), chain) for a in (atlas, shipped())]
        assert views[0] == views[1]


ROUTES = """\
      {first}:
        name: 甲
        {mark}
        inputs:
          phenol: {{per_unit: 1, unit: t, basis: source}}
      {second}:
        name: 乙
        inputs:
          acetone: {{per_unit: 1, unit: t, basis: source}}
"""


def default_input(folder: Path, first: str, second: str, mark: str = "") -> str:
    """The only input of the route that units use which name none."""
    head = CHAIN[: CHAIN.index("      condensation:")]
    text = head + ROUTES.format(first=first, second=second, mark=mark or "kind: make")
    routes = load(write(folder, {"01-resin.yaml": text})).atlas.products["bpa"].routes
    return routes[0].inputs[0].product


def test_the_smallest_id_is_the_default_route(tmp_path: Path) -> None:
    assert default_input(tmp_path / "a", "r2", "r10") == "phenol"
    assert default_input(tmp_path / "b", "r10", "r2") == "acetone"


def test_default_yes_wins_over_the_id(tmp_path: Path) -> None:
    assert default_input(tmp_path / "a", "r10", "r2", "default: yes") == "phenol"


def test_the_default_list_template_says_so() -> None:
    found = shipped().library.lists
    assert list(found) == ["shandong9", "city", "five_five", "policies", "problems", "six_six"]
    assert [key for key, one in found.items() if one.default] == ["shandong9"]


def test_ids_sort_as_people_sort_them() -> None:
    assert sorted(["r10", "R2", "r2", "P-1", "7a"], key=by_id) == ["7a", "P-1", "R2", "r2", "r10"]
