"""Who takes a product, in what role and weight, on which route and through what."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.balance import route_of
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.recipes import Flow, Share
from liantu.analysis.state import Maker
from liantu.model import Atlas, Basis, Input, Product
from liantu.telling import figures
from liantu.telling.why.reason import Reason
from liantu.wording import text


def use_reasons(reading: Reading, verdict: Verdict) -> Iterator[Reason]:
    """A sentence for every firm that takes it, then why the role is what it is."""
    told: dict[str, None] = {}
    found: dict[Reason, None] = {}
    for key, share in verdict.uses.items():
        user = reading.atlas.products[key]
        makers = [m for m in reading.situation.makers(key) if m.operating]
        for maker in makers:
            flow, route = flow_of(reading, user, maker, verdict.product)
            if flow is not None:
                found[_use(reading.atlas, user, maker, flow, route, share)] = None
                if flow.reason:
                    told[judged(user.name, share, flow.reason)] = None
        if not makers:
            found[Reason(text("why.use.group", product=user.name, role=role(share)))] = None
    yield from found
    for words in told:
        yield Reason(words)
    if not verdict.uses:
        yield Reason(text("why.unneeded"))


def flow_of(reading: Reading, user: Product, maker: Maker, product: str) -> tuple[Flow | None, str]:
    """How a product enters the plant of a maker, captive inputs looked through, and the name of
    the route; ``None`` where that route does not take it.
    """
    route = route_of(user, maker)
    if route is None:
        return None, ""
    flows = reading.situation.recipes.flows(user.id, route)
    return next((f for f in flows if f.product == product), None), route.name


def role(share: Share) -> str:
    """``主材 52%``; auxiliaries have no weight."""
    name = text(f"standing.role.{share.role}")
    if share.counts:
        name = text("why.weighed", name=name, share=figures.share(share.weight))
    return text("why.role.key", role=name) if share.key else name


def input_role(item: Input, share: Share | None) -> str:
    """The role of an input of a route; utilities have none, captive ones no share."""
    if share is not None:
        return role(share)
    return text(f"standing.role.{item.role}") if item.role else ""


def judged(user: str, share: Share, reason: str) -> str:
    """Why an input has its role: a judgement of engineers, marked so."""
    return text("why.role", user=user, role=text(f"standing.role.{share.role}"), reason=reason)


def through(atlas: Atlas, flow: Flow) -> str:
    """That it is taken by way of something made in the plant itself; empty where it is not."""
    if not flow.through:
        return ""
    return text("why.through", product=atlas.products[flow.through].name)


def _use(atlas: Atlas, user: Product, maker: Maker, flow: Flow, route: str, share: Share) -> Reason:
    words = text(
        "why.use",
        enterprise=maker.enterprise.name,
        product=user.name,
        route=route,
        number=figures.number(flow.per_unit),
        unit=flow.unit,
        per=user.base_unit,
        basis=text(f"ui.basis.{flow.basis}"),
        role=role(share),
        through=through(atlas, flow),
    )
    return Reason(words, flow.sources, flow.basis, flow.basis is Basis.ESTIMATE)
