"""Graphviz ``dot`` on the same graph: same sizes, same gaps, same columns."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence

from liantu.layout.geometry import Link, Node, Spacing
from tests.bench.metrics import Drawing, Point, flatten
from tests.bench.usage import children


def available() -> bool:
    """Whether ``dot`` can be run."""
    return shutil.which("dot") is not None


def draw(
    nodes: Sequence[Node], links: Sequence[Link], layers: dict[str, int], spacing: Spacing
) -> Drawing:
    """Run ``dot`` with the columns given; the time, of the processor, includes its start and its
    JSON.
    """
    names = {node.id: at for at, node in enumerate(nodes)}
    edges = [(names[link.source], names[link.target]) for link in links]
    by_column = [layers[node.id] for node in nodes]
    source = _source(nodes, edges, by_column, spacing)
    start = children()
    run = subprocess.run(
        ["dot", "-Tjson"], input=source, capture_output=True, text=True, check=True, timeout=600
    )
    seconds = children() - start
    return _read(json.loads(run.stdout), nodes, edges, seconds)


def _source(
    nodes: Sequence[Node],
    edges: Sequence[tuple[int, int]],
    column: Sequence[int],
    spacing: Spacing,
) -> str:
    lines = [
        "digraph {",
        f"rankdir=LR; nodesep={spacing.node / 72}; ranksep={spacing.column / 72};",
        'node [shape=box, fixedsize=true, label=""];',
    ]
    for at, node in enumerate(nodes):
        lines.append(f"n{at} [width={node.width / 72}, height={node.height / 72}];")
    for layer in sorted(set(column)):
        same = " ".join(f"n{at};" for at, own in enumerate(column) if own == layer)
        lines.append(f"s{layer} [style=invis, width=0.01, height=0.01];")
        lines.append(f"{{rank=same; s{layer}; {same}}}")
    spine = [f"s{layer}" for layer in sorted(set(column))]
    lines.append(" -> ".join(spine) + " [style=invis];")
    for u, v in edges:
        turned = column[u] > column[v]
        lines.append(f"n{v} -> n{u} [dir=back];" if turned else f"n{u} -> n{v};")
    return "\n".join([*lines, "}"])


def _read(
    data: dict[str, list[dict[str, object]]],
    nodes: Sequence[Node],
    edges: list[tuple[int, int]],
    seconds: float,
) -> Drawing:
    """Boxes and lines from dot's JSON (its y axis points up)."""
    names: dict[object, int] = {}
    boxes = [(0.0, 0.0, 0.0, 0.0)] * len(nodes)
    for item in data["objects"]:
        name = str(item.get("name", ""))
        if name.startswith("n"):
            at = int(name[1:])
            names[item["_gvid"]] = at
            x, y = _point(str(item["pos"]))
            w, h = nodes[at].width / 2, nodes[at].height / 2
            boxes[at] = (x - w, y - h, x + w, y + h)
    found: dict[tuple[int, int], list[Point]] = {}
    for item in data.get("edges", []):
        if item["tail"] in names and item["head"] in names:
            pair = names[item["tail"]], names[item["head"]]
            found[pair] = _spline(str(item["pos"]))
    lines = [found.get((u, v)) or found[v, u] for u, v in edges]
    return Drawing(boxes, edges, lines, seconds)


def _point(text: str) -> Point:
    x, y = text.split(",")
    return float(x), -float(y)


def _spline(text: str) -> list[Point]:
    """Flattened spline with its arrow tips joined on."""
    start: list[Point] = []
    end: list[Point] = []
    points: list[Point] = []
    for part in text.split():
        if part.startswith("s,"):
            start = [_point(part[2:])]
        elif part.startswith("e,"):
            end = [_point(part[2:])]
        else:
            points.append(_point(part))
    return start + flatten(points) + end
