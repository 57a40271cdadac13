"""Closing plans for JSON: ids, plain numbers (``null`` is unknown), and the sentences."""

from __future__ import annotations

from typing import Any

from liantu.analysis.plans.blocking import Block
from liantu.analysis.plans.plan import Link, Plan, Plans, Purchase
from liantu.analysis.reading import Reading
from liantu.telling.plans import heading, links, none
from liantu.telling.plans.buying import why
from liantu.telling.plans.proof import proof_lines


def document(reading: Reading, found: Plans) -> dict[str, Any]:
    """All that was asked and found."""
    product = reading.atlas.products[found.target]
    return {
        "date": reading.date,
        "target": found.target,
        "name": product.name,
        "unit": product.unit,
        "reach": str(found.reach),
        "within": found.within or None,
        "allowed": found.allowed,
        "ladder": found.ladder,
        "demand": found.demand,
        "complete": found.complete,
        "stopped": found.stopped,
        "sentence": heading.judgement(reading, found),
        "basis": list(heading.asked(reading, found)),
        "plans": [_plan(reading, plan) for plan in found.plans],
        "block": _block(found.block) if found.block else None,
        "reasons": none.block_lines(reading, found),
    }


def _plan(reading: Reading, plan: Plan) -> dict[str, Any]:
    return {
        "title": heading.title(plan),
        "links": [_link(reading, link) for link in plan.links],
        "imports": list(plan.imports),
        "purchases": [_purchase(reading, one) for one in plan.purchases],
        "cost": plan.cost,
        "unknown": list(plan.unknown),
        "local": list(plan.local),
        "still": {product: list(missing) for product, missing in plan.still.items()},
        "strains": [
            {"product": s.product, "taken": s.taken, "spare": s.spare, "unit": s.unit}
            for s in plan.strains
        ],
        "status": str(plan.status),
        "gap": plan.gap,
        "proof": [
            {"depth": n.depth, "product": n.product, "how": n.how, "text": n.words}
            for n in proof_lines(reading, plan)
        ],
        "notes": list(heading.notes(reading, plan)),
    }


def _link(reading: Reading, link: Link) -> dict[str, Any]:
    need = link.need
    return {
        "product": link.product,
        "name": reading.atlas.products[link.product].name,
        "route": link.route,
        "route_name": links.route_name(reading, link.product, link.route),
        "others": list(link.others),
        "beside": dict(link.beside),
        "turn": link.turn,
        "amount": link.amount,
        "unit": reading.atlas.products[link.product].unit,
        "cost": link.cost,
        "standing": str(link.standing),
        "certainty": str(link.certainty) if link.certainty else None,
        "gates": [{"kind": str(g.kind), "effect": str(g.effect)} for g in link.gates],
        "barrier": link.barrier,
        "coming": [maker.enterprise.id for maker in link.coming],
        "need": {
            "known": need.known,
            "silent": need.silent,
            "unit": need.unit,
            "scale": need.scale,
            "fit": str(need.fit),
            "text": links.need_words(need),
        },
    }


def _purchase(reading: Reading, one: Purchase) -> dict[str, Any]:
    product = reading.atlas.products[one.product]
    return {
        "product": one.product,
        "name": product.name,
        "kind": str(one.had),
        "why": why(one),
        "users": list(one.users),
        "amount": one.amount,
        "unit": product.unit,
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "roots": [{"product": product, "why": str(found)} for product, found in block.roots],
        "buying": list(block.buying),
        "beside": {root: list(parents) for root, parents in block.beside.items()},
    }
