"""The cards of the map of a plan: the tree of its proof, folded until it can be read.

What is taken as it is stands on a card of its own while there are few; else as a line on the card
of what takes it. Where even then there are many, the tree is cut at a depth, and the cards at the
cut say how many links are to be built further up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from liantu.analysis.plans.plan import Plan
from liantu.analysis.proof import Proof
from liantu.analysis.reading import Reading
from liantu.telling.amounts import yearly
from liantu.telling.names import named, plain_name
from liantu.telling.plans.proof import ProofLine, proof_lines
from liantu.wording import text

FEW = 26
"""Cards up to which everything has one of its own."""
MOST = 40
"""Cards of what is built or runs above which the tree is cut."""
_NAMED = 3
MADE = ("built", "runs")


@dataclass(frozen=True, slots=True)
class PlanCard:
    """``how`` as in :class:`ProofLine`; ``lines`` stand below the name; ``target``: the aim."""

    product: str
    name: str
    how: str
    lines: tuple[str, ...] = ()
    target: bool = False


@dataclass(frozen=True, slots=True)
class PlanGraph:
    """Cards by product, and which goes into which."""

    cards: Mapping[str, PlanCard]
    links: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Node:
    line: ProofLine
    depth: int
    parts: list[str] = field(default_factory=list)


def plan_graph(reading: Reading, plan: Plan, most: int = MOST) -> PlanGraph:
    """The cards and links of a plan, about ``most`` of them."""
    nodes = _nodes(reading, plan)
    shown = set(nodes)
    if len(shown) > min(FEW, most):
        shown = {p for p, node in nodes.items() if node.line.how in MADE}
        shown.add(plan.proof.product)
    if len(shown) > most:
        shown = _near(nodes, shown, most)
    cards = {p: _card(reading, plan, nodes, p, shown) for p in nodes if p in shown}
    links = [(q, p) for p in cards for q in nodes[p].parts if q in cards and q != p]
    return PlanGraph(cards, tuple(dict.fromkeys(links)))


def _nodes(reading: Reading, plan: Plan) -> dict[str, _Node]:
    """Every product of the proof once, at the depth at which it was opened."""
    found: dict[str, _Node] = {}
    for line, node in zip(proof_lines(reading, plan), _walk(plan.proof), strict=True):
        if line.how != "seen":
            parts = [part.product for part in node.parts]
            found.setdefault(line.product, _Node(line, line.depth, parts))
    return found


def _walk(node: Proof) -> Iterator[Proof]:
    yield node
    for part in node.parts:
        yield from _walk(part)


def _near(nodes: Mapping[str, _Node], shown: set[str], most: int) -> set[str]:
    """Those that lie nearest to the target, whole depths of them, as many as can be read."""
    by_depth: defaultdict[int, set[str]] = defaultdict(set)
    for product in shown:
        by_depth[nodes[product].depth].add(product)
    kept: set[str] = set()
    for depth in sorted(by_depth):
        if kept and len(kept) + len(by_depth[depth]) > most:
            break
        kept |= by_depth[depth]
    return kept


def _card(
    reading: Reading, plan: Plan, nodes: Mapping[str, _Node], product: str, shown: set[str]
) -> PlanCard:
    node = nodes[product]
    folded: defaultdict[str, list[str]] = defaultdict(list)
    for part in node.parts:
        if part not in shown and part in nodes:
            folded[nodes[part].line.how].append(part)
    lines = [_kind(reading, plan, node.line)]
    for how in ("had", "gap", "bought"):
        if folded[how]:
            names = named([plain_name(reading, p) for p in folded[how]], _NAMED)
            lines.append(text(f"diagram.plan.{how}.of", names=names))
    upper = _built_above(nodes, [*folded["built"], *folded["runs"]])
    if upper:
        lines.append(text("diagram.plan.above", count=upper))
    return PlanCard(
        product=product,
        name=node.line.name,
        how=node.line.how,
        lines=tuple(lines),
        target=product == plan.proof.product,
    )


def _kind(reading: Reading, plan: Plan, line: ProofLine) -> str:
    """What the card stands for; of a link also how much the plan makes of it."""
    if line.beside:
        return text("diagram.plan.beside", product=line.route)
    made = next((link.amount for link in plan.links if link.product == line.product), None)
    if line.how != "built" or made is None:
        return text(f"diagram.plan.{line.how}")
    amount = yearly(made, reading.atlas.products[line.product].unit)
    return text("diagram.plan.built.amount", amount=amount)


def _built_above(nodes: Mapping[str, _Node], first: list[str]) -> int:
    """How many links are to be built at or above some products."""
    seen: set[str] = set()
    todo = list(first)
    while todo:
        product = todo.pop()
        if product not in seen and product in nodes:
            seen.add(product)
            todo += nodes[product].parts
    return sum(nodes[p].line.how == "built" for p in seen)
