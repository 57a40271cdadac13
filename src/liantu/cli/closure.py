"""``closure``: what can be made from what one has (least fixpoint)."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from liantu.analysis.closure import Step, close
from liantu.analysis.proof import Proof, prove
from liantu.cli.usage import data_code, emit, known, read
from liantu.model import Atlas, RouteKind
from liantu.telling import naming
from liantu.wording import text


def run(arguments: argparse.Namespace) -> int:
    """Close over all own routes from ``--have``, ``--external``, raw products and utilities."""
    loaded = read(arguments.folder)
    atlas = loaded.atlas
    given = [*_ids(atlas, arguments.have), *_ids(atlas, arguments.external)]
    outside = [p.id for p in atlas.products.values() if p.raw or p.utility]
    steps = [
        Step(p.id, route)
        for p in atlas.products.values()
        for route in p.routes
        if route.kind is RouteKind.MAKE
    ]
    found = close(steps, dict.fromkeys([*given, *([] if arguments.bare else outside)]))
    wanted = _ids(atlas, arguments.prove)
    trees = {product: prove(steps, found, product) for product in wanted}
    if arguments.json:
        emit(
            {
                "proofs": {product: _tree(steps, tree) for product, tree in trees.items()},
                "reached": dict(sorted(found.reached.items())),
                "fired": [
                    {"product": steps[i].product, "route": steps[i].route.id, "level": level}
                    for i, level in sorted(found.fired.items())
                ],
                "blocked": [
                    {"product": steps[i].product, "route": steps[i].route.id, "missing": list(m)}
                    for i, m in sorted(found.blocked.items())
                ],
            }
        )
    else:
        counts = {"reached": len(found.reached), "fired": len(found.fired)}
        print(text("cli.closure.line", blocked=len(found.blocked), **counts))
        for product, level in found.reached.items():
            if level:
                print(f"{level}\t{product}\t{atlas.products[product].name}")
        for tree in trees.values():
            _print(atlas, steps, tree, 0)
    return data_code(loaded)


def _tree(steps: Sequence[Step], tree: Proof) -> dict[str, object]:
    route = steps[tree.step].route.id if tree.step is not None else ""
    parts = [_tree(steps, part) for part in tree.parts]
    return {
        "product": tree.product,
        "reached": tree.reached,
        "route": route,
        "seen": tree.seen,
        "parts": parts,
    }


def _print(atlas: Atlas, steps: Sequence[Step], tree: Proof, depth: int) -> None:
    kind = "reached" if tree.reached else "blocked"
    words = text(
        f"cli.closure.{kind}",
        name=atlas.products[tree.product].name,
        route=steps[tree.step].route.name if tree.step is not None else "—",
    )
    print("  " * depth + words)
    for part in tree.parts:
        _print(atlas, steps, part, depth + 1)


def _ids(atlas: Atlas, given: Sequence[str]) -> list[str]:
    every = naming.products(atlas, atlas.products)
    return [known("product", word, every) for word in given]
