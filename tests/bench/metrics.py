"""Measures of a drawn graph, the same for every engine.

A drawing is boxes (left, top, right, bottom) by vertex and a polyline for every edge. Curves are
flattened before. All lengths are in drawing units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

Point = tuple[float, float]
Box = tuple[float, float, float, float]
STEPS = 12
SLACK = 1e-6


@dataclass(frozen=True)
class Drawing:
    """What an engine made of a graph, with the time it took (seconds)."""

    boxes: list[Box]
    edges: list[tuple[int, int]]
    lines: list[list[Point]]
    seconds: float


@dataclass(frozen=True)
class Measures:
    """``order_crossings`` counts edges drawn straight from centre to centre."""

    seconds: float
    crossings: int
    order_crossings: int
    length: float
    area: float
    hits: int
    overlaps: int


def flatten(points: Sequence[Point]) -> list[Point]:
    """Polyline of a poly-Bézier of 1 + 3n points."""
    line = [points[0]]
    for at in range(0, len(points) - 1, 3):
        a, b, c, d = points[at : at + 4]
        for step in range(1, STEPS + 1):
            t = step / STEPS
            s = 1 - t
            k = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
            line.append(
                (
                    k[0] * a[0] + k[1] * b[0] + k[2] * c[0] + k[3] * d[0],
                    k[0] * a[1] + k[1] * b[1] + k[2] * c[1] + k[3] * d[1],
                )
            )
    return line


def measure(drawing: Drawing) -> Measures:
    """All measures of one drawing."""
    middle = [((a + c) / 2, (b + d) / 2) for a, b, c, d in drawing.boxes]
    straight = segments([[middle[u], middle[v]] for u, v in drawing.edges])
    drawn = segments(drawing.lines)
    xs = [x for box in drawing.boxes for x in (box[0], box[2])]
    ys = [y for box in drawing.boxes for y in (box[1], box[3])]
    xs += [x for line in drawing.lines for x, _ in line]
    ys += [y for line in drawing.lines for _, y in line]
    lengths = np.hypot(drawn[:, 2] - drawn[:, 0], drawn[:, 3] - drawn[:, 1])
    return Measures(
        drawing.seconds,
        count_crossings(drawn),
        count_crossings(straight),
        float(lengths.sum()),
        (max(xs) - min(xs)) * (max(ys) - min(ys)),
        count_hits(drawing),
        count_overlaps(drawing.boxes),
    )


def segments(lines: Sequence[Sequence[Point]]) -> np.ndarray:
    """Rows (x0, y0, x1, y1, edge) of all pieces that have a length."""
    rows = [
        (*a, *b, number) for number, line in enumerate(lines) for a, b in pairwise(line) if a != b
    ]
    return np.array(rows, float).reshape(-1, 5)


def count_crossings(rows: np.ndarray) -> int:
    """Proper intersections of pieces of different edges."""
    if len(rows) < 2:
        return 0
    rows = rows[np.argsort(np.minimum(rows[:, 0], rows[:, 2]), kind="stable")]
    starts = np.minimum(rows[:, 0], rows[:, 2])
    ends = np.searchsorted(starts, np.maximum(rows[:, 0], rows[:, 2]) + 1e-9, side="right")
    low, high = np.minimum(rows[:, 1], rows[:, 3]), np.maximum(rows[:, 1], rows[:, 3])
    total = 0
    for at, row in enumerate(rows):
        span = slice(at + 1, ends[at])
        near = (low[span] <= high[at]) & (high[span] >= low[at]) & (rows[span, 4] != row[4])
        if near.any():
            total += _crossed(row, rows[span][near])
    return total


def _crossed(row: np.ndarray, others: np.ndarray) -> int:
    ax, ay, bx, by = row[:4]
    dx, dy = bx - ax, by - ay
    start = dx * (others[:, 1] - ay) - dy * (others[:, 0] - ax)
    end = dx * (others[:, 3] - ay) - dy * (others[:, 2] - ax)
    ex, ey = others[:, 2] - others[:, 0], others[:, 3] - others[:, 1]
    first = ex * (ay - others[:, 1]) - ey * (ax - others[:, 0])
    second = ex * (by - others[:, 1]) - ey * (bx - others[:, 0])
    return int(((start * end < -SLACK) & (first * second < -SLACK)).sum())


def count_hits(drawing: Drawing) -> int:
    """Pairs of an edge and a foreign box (shrunk by 1) that it runs through."""
    boxes = np.array(drawing.boxes)
    boxes = boxes + np.array([1.0, 1.0, -1.0, -1.0])
    total = 0
    for ends, line in zip(drawing.edges, drawing.lines, strict=True):
        struck: set[int] = set()
        for a, b in pairwise(line):
            struck.update(_struck(a, b, boxes))
        total += len(struck - set(ends))
    return total


def _struck(a: Point, b: Point, boxes: np.ndarray) -> list[int]:
    """Boxes that the piece from ``a`` to ``b`` enters (clipping by Liang and Barsky)."""
    near = (boxes[:, 0] < max(a[0], b[0])) & (boxes[:, 2] > min(a[0], b[0]))
    near &= (boxes[:, 1] < max(a[1], b[1]) + 1e-9) & (boxes[:, 3] > min(a[1], b[1]) - 1e-9)
    return [int(at) for at in np.nonzero(near)[0] if _enters(a, b, boxes[at])]


def _enters(a: Point, b: Point, box: np.ndarray) -> bool:
    first, last = 0.0, 1.0
    dx, dy = b[0] - a[0], b[1] - a[1]
    for p, q in (
        (-dx, a[0] - box[0]),
        (dx, box[2] - a[0]),
        (-dy, a[1] - box[1]),
        (dy, box[3] - a[1]),
    ):
        if p == 0:
            if q < 0:
                return False
        elif p < 0:
            first = max(first, q / p)
        else:
            last = min(last, q / p)
    return last - first > 1e-9


def count_overlaps(boxes: Sequence[Box]) -> int:
    """Pairs of boxes that overlap by more than half a unit both ways."""
    total = 0
    rows = np.array(sorted(boxes))
    ends = np.searchsorted(rows[:, 0], rows[:, 2] - 0.5)
    for at, row in enumerate(rows):
        others = rows[at + 1 : ends[at]]
        depth = np.minimum(others[:, 3], row[3]) - np.maximum(others[:, 1], row[1])
        total += int((depth > 0.5).sum())
    return total
