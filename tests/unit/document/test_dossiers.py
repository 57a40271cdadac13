"""Every product, enterprise and chain of the shipped data can be described, honestly."""

from __future__ import annotations

from functools import cache

import pytest

from liantu import paths
from liantu.document.chain_dossier import chain_dossier
from liantu.document.dossier import Dossier, Line
from liantu.document.enterprise_dossier import enterprise_dossier
from liantu.document.naming import safe
from liantu.document.product_dossier import product_dossier
from liantu.document.trust import trust_line
from liantu.document.workspace import Workspace, read


@cache
def workspace() -> Workspace:
    made = Workspace(paths.shipped_chains())
    made.accept(read(made.folder))
    return made


def lines(dossier: Dossier) -> list[Line]:
    return [line for part in dossier.parts for line in part.lines]


def test_every_thing_has_a_dossier() -> None:
    space = workspace()
    for product in space.atlas.products:
        assert lines(product_dossier(space.atlas, space.diagnosis, product))
    for firm in space.atlas.enterprises:
        assert lines(enterprise_dossier(space, firm))
    for chain in space.atlas.chains:
        assert lines(chain_dossier(space, chain))


def test_estimates_and_inferences_are_marked() -> None:
    space = workspace()
    found = lines(product_dossier(space.atlas, space.diagnosis, "bpa"))
    phenol = next(line for line in found if line.words == "苯酚")
    assert phenol.doubt
    assert phenol.figure == "0.85 t/t"
    acetone = next(line for line in found if line.words == "丙酮")
    assert not acetone.doubt


def test_equations_are_spelt_with_names() -> None:
    space = workspace()
    found = lines(product_dossier(space.atlas, space.diagnosis, "bpa"))
    assert any("2 苯酚 + 丙酮 = 双酚A + H2O" in line.words for line in found)


def test_planned_capacity_is_shown_apart() -> None:
    space = workspace()
    found = lines(product_dossier(space.atlas, space.diagnosis, "bpa"))
    assert any("在产" in line.figure and "20" in line.figure for line in found)
    assert any("规划" in line.figure and "100" in line.figure for line in found)


def test_mirror_sources_are_never_linked() -> None:
    space = workspace()
    mirrors = {s.url for s in space.atlas.sources.values() if s.mirror and s.url}
    assert mirrors
    for firm in space.atlas.enterprises:
        for line in lines(enterprise_dossier(space, firm)):
            assert not any(url in line.remark for url in mirrors)


def test_the_trust_line_counts_what_is_unknown() -> None:
    assert "单耗估算 84%" in trust_line(workspace().atlas)


@pytest.mark.parametrize(
    ("name", "file"),
    [("a/b:c", "a_b_c"), ("con", "_con"), ("聊城 ", "聊城"), ("..", "_"), ("x" * 200, "x" * 80)],
)
def test_file_names_are_safe_everywhere(name: str, file: str) -> None:
    assert safe(name) == file
