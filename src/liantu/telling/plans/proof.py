"""Why the target is made once a plan is built: its steps as a tree of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from liantu.analysis.plans.city import Had
from liantu.analysis.plans.plan import Plan
from liantu.analysis.proof import Proof
from liantu.analysis.reading import Reading
from liantu.telling.names import plain_name
from liantu.telling.plans.heading import GAPS
from liantu.telling.plans.links import route_name
from liantu.wording import text


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A node at its ``depth``. ``how``: ``built``, ``runs`` (here already), ``had`` (taken as it is
    here), ``gap`` (bought, although it might be made), ``bought`` or ``seen`` (opened before);
    ``words`` says it with its ``route``; one that comes ``beside`` another has the name of that.
    """

    depth: int
    product: str
    name: str
    how: str
    words: str
    route: str = ""
    beside: bool = False


def proof_lines(reading: Reading, plan: Plan) -> list[ProofLine]:
    """The tree from the target down; every product is opened once."""
    had = {one.product: one.had for one in plan.purchases}
    return list(_lines(reading, plan, had, plan.proof, 0))


def _lines(
    reading: Reading, plan: Plan, had: dict[str, Had], node: Proof, depth: int
) -> Iterator[ProofLine]:
    how, route = "seen", ""
    if node.step is not None:
        unit = plan.steps[node.step]
        how = "built" if unit.is_new else "runs"
        maker, _, key = unit.id.partition("/")
        route = route_name(reading, maker, key)
        if maker != node.product:
            how, route = f"beside_{how}", plain_name(reading, maker)
    elif not node.seen:
        how = _had(had.get(node.product))
    name = plain_name(reading, node.product)
    words = text(f"plan.proof.{how}", product=name, route=route)
    yield ProofLine(
        depth=depth,
        product=node.product,
        name=name,
        how=how.removeprefix("beside_"),
        words=words,
        route=route,
        beside=how.startswith("beside_"),
    )
    for part in node.parts:
        yield from _lines(reading, plan, had, part, depth + 1)


def _had(had: Had | None) -> str:
    if had is None:
        return "had"
    return "gap" if had in GAPS else "bought"
