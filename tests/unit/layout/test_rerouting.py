"""Whole lines laid anew: exact savings, and a place that single moves never reach."""

from __future__ import annotations

from random import Random

import pytest

from liantu.layout.crossings import count_all
from liantu.layout.grid import Grid, build_grid, renumber
from liantu.layout.rerouting import reroute
from liantu.layout.sifting import sift


def crossings(grid: Grid) -> int:
    return count_all(grid.layers, grid.down, grid.pos)


def shuffled(seed: int, cards: int = 24, columns: int = 5, links: int = 34) -> Grid:
    random = Random(seed)
    layer = sorted(random.randrange(columns) for _ in range(cards))
    pairs = {(random.randrange(cards), random.randrange(cards)) for _ in range(links)}
    grid = build_grid(layer, sorted(p for p in pairs if layer[p[0]] != layer[p[1]]), columns)
    for column in grid.layers:
        random.shuffle(column)
    renumber(grid)
    return grid


@pytest.mark.parametrize("seed", range(40))
def test_what_is_saved_is_told_exactly(seed: int) -> None:
    grid = shuffled(seed)
    members = [sorted(column) for column in grid.layers]
    before = crossings(grid)
    saved = reroute(grid)
    assert saved >= 0
    assert crossings(grid) == before - saved
    assert [sorted(column) for column in grid.layers] == members
    assert all(grid.pos[v] == at for column in grid.layers for at, v in enumerate(column))


def walled() -> Grid:
    """A long line above two ladders whose ends lie below them: it has to go round as a whole."""
    layer = [0, 0, 0, 1, 1, 2, 2, 3, 3, 3]
    edges = [(0, 3), (1, 4), (3, 5), (4, 6), (5, 7), (6, 8), (2, 9)]
    grid = build_grid(layer, edges, 4)
    first, second = grid.paths[-1][1:-1]
    grid.layers = [[0, 1, 2], [first, 3, 4], [second, 5, 6], [7, 8, 9]]
    renumber(grid)
    return grid


def test_a_line_goes_round_as_a_whole() -> None:
    stuck = walled()
    assert crossings(stuck) == 4
    assert reroute(stuck) == 4
    assert crossings(stuck) == 0


def test_single_moves_alone_pay_on_the_way() -> None:
    """The first dummy alone at the foot still crosses both ladders, one column later."""
    grid = walled()
    layer = grid.layers[1]
    layer.append(layer.pop(0))
    renumber(grid)
    assert crossings(grid) == 4
    sift(grid)
    reroute(grid)
    assert crossings(grid) == 0
