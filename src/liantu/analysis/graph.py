"""The chains as one graph: products, routes and enterprises at the date of a reading.

:func:`build` makes a ``networkx.MultiDiGraph``. Ids are those of the data behind a prefix and stay
the same from date to date: ``product:bpa``, ``route:bpa/r1``, ``enterprise:luxi``. Every value is
a text, a number or a yes/no; **what is unknown, empty or does not apply is left out, never 0**.
Several ids in one text stand with a blank between them.

Nodes have ``kind`` and ``label`` (the name on cards), and

- ``product``: ``name``, ``home`` (chain), ``chains`` (that show it), ``unit`` (of capacities),
  ``base_unit`` (of coefficients), ``gbt``, ``formula``, ``raw``, ``utility``, ``local`` (made in
  the city at the date), ``key_link`` (of some chain), ``standing`` (see ``model.standing``); if it
  is no utility: ``word`` (most urgent class), ``words``, ``certainty``, ``remedy``, ``tags``,
  ``needed`` and ``fed`` (by the city), ``fed_share`` and ``main_share`` (0 to 1), ``gate`` (kind
  of the strongest gate in force that binds); ``supply`` and ``need``, in ``unit`` a year, each
  only where somebody on record supplies or needs it and all their amounts are known;
- ``route``: ``name``, ``product``, ``route_kind`` (make, bought), ``active`` (used by a local unit
  at the date), ``default`` (used by units that name no route), ``equation``;
- ``enterprise``: ``name``, ``county``, ``enterprise_kind``, ``chains``, ``parent``, ``honour``
  (its best level), ``as_of``, ``inferred``.

Edges have ``kind``, their key is unique in the graph, and

- ``input`` (product → route), ``byproduct`` and ``recycle`` (route → product): ``per_unit`` of
  ``unit`` for one base unit of the route's product, ``basis`` (source, stoichiometry, estimate);
- ``takes`` (product → route): what the plant takes once captive inputs are looked through, with
  ``role`` (main, part, aux), ``share`` (of its mains and parts, 0 to 1; 0 for an auxiliary) and
  ``key_input``;
- ``makes`` (route → product): nothing more;
- ``makes`` (enterprise → the route that it names, else → product), one for each statement:
  ``status``, ``operating`` (counted at the date), ``amount`` in ``unit``, ``since``, ``until``,
  ``as_of`` (ISO, as exact as the source), ``contested``, ``inferred``;
- ``supply`` (enterprise → enterprise): ``mode``, ``product``, ``claim`` (the source's words),
  ``inferred``.

The graph has ``name`` (region), ``date`` and, where it is a part, ``chain`` or ``around``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from liantu.analysis.balance import Balance
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker, Situation, active_routes
from liantu.analysis.tiers import best_level
from liantu.model import Atlas, Byproduct, Enterprise, Input, Product, Route, RouteKind

if TYPE_CHECKING:
    import networkx as nx

    Graph: TypeAlias = nx.MultiDiGraph

Scalar = str | float | bool


def build(reading: Reading) -> Graph:
    """The graph of everything at the date and under the assumptions of ``reading``."""
    graph = recipes(reading.atlas)
    graph.graph["date"] = reading.date
    for product in reading.atlas.products.values():
        _stand(graph, reading, product)
        _takes(graph, reading, product)
    for firm in reading.atlas.enterprises.values():
        graph.add_node(enterprise(firm.id), **_firm(reading.atlas, firm, reading.situation.day))
    _makes(graph, reading.atlas, reading.situation)
    _supplies(graph, reading.atlas)
    return graph


def recipes(atlas: Atlas) -> Graph:
    """Products and routes alone, without what depends on a date."""
    import networkx as nx  # noqa: PLC0415  costs half a second, so only when asked for

    graph = nx.MultiDiGraph(name=atlas.library.region.name)
    for product in atlas.products.values():
        graph.add_node(product_node(product.id), **_product(atlas, product))
    for product in atlas.products.values():
        default = next((r.id for r in product.routes if r.kind is RouteKind.MAKE), None)
        for way in product.routes:
            _route(graph, atlas, product, way, default=way.id == default)
    return graph


def product_node(id_: str) -> str:
    """The node of a product."""
    return f"product:{id_}"


def route(product: str, id_: str) -> str:
    """The node of a route."""
    return f"route:{product}/{id_}"


def enterprise(id_: str) -> str:
    """The node of an enterprise."""
    return f"enterprise:{id_}"


def bare(node: str) -> str:
    """The id in the data of a node."""
    return node.partition(":")[2]


# -- parts of a graph


def of_chain(graph: Graph, chain: str) -> Graph:
    """The products that a chain shows, with their routes, their makers and what these supply."""
    shown = [n for n, d in graph.nodes(data=True) if chain in str(d.get("chains", "")).split()]
    found = part(graph, (bare(n) for n in shown if n.startswith("product:")))
    found.graph["chain"] = chain
    return found


def part(graph: Graph, products: Iterable[str]) -> Graph:
    """The same of some products (ids of the data)."""
    kept = {product_node(id_) for id_ in products}
    kept |= {n for n, d in graph.nodes(data=True) if product_node(str(d.get("product"))) in kept}
    firms = {n for node in kept for n in graph.predecessors(node) if n.startswith("enterprise:")}
    return graph.subgraph(kept | firms).copy()


# -- nodes and edges


def _given(**values: Scalar | None) -> dict[str, Scalar]:
    """Attributes without those that say nothing."""
    return {key: value for key, value in values.items() if value is not None and value != ""}


def _product(atlas: Atlas, item: Product) -> dict[str, Scalar]:
    return _given(
        kind="product",
        label=item.name,
        name=item.name,
        home=item.home,
        chains=" ".join(atlas.chains_of.get(item.id, ())),
        unit=item.unit,
        base_unit=item.base_unit,
        gbt=item.gbt,
        formula=item.formula,
        raw=item.raw,
        utility=item.utility,
    )


def _stand(graph: Graph, reading: Reading, item: Product) -> None:
    """Add how a product and its routes stand at the date."""
    situation = reading.situation
    node = graph.nodes[product_node(item.id)]
    node["local"] = situation.is_local(item.id)
    node["standing"] = str(situation.standing(item.id))
    node["key_link"] = item.id in reading.diagnosis.keys
    if verdict := reading.verdicts.get(item.id):
        needed, fed = bool(verdict.needed_by), bool(verdict.fed_by)
        worst = str(verdict.worst or "")
        words = " ".join(verdict.words)
        node.update(_given(word=worst, words=words, needed=needed, fed=fed))
        node.update(_judged(verdict))
    node.update(_amounts(reading.diagnosis.balances.get(item.id)))
    used = set()
    if any(m.operating for m in situation.makers(item.id)):
        used = {way.id for way in active_routes(item, situation.makers(item.id))}
    for way in item.routes:
        graph.nodes[route(item.id, way.id)]["active"] = way.id in used


def _judged(verdict: Verdict) -> dict[str, Scalar]:
    return _given(
        certainty=str(verdict.certainty or ""),
        remedy=str(verdict.remedy or ""),
        tags=" ".join(verdict.tags),
        fed_share=float(verdict.fed_share),
        main_share=verdict.main_share,
        gate=str(verdict.gate.kind) if verdict.gate else "",
    )


def _takes(graph: Graph, reading: Reading, item: Product) -> None:
    """Add what the plants of a product take, captive inputs looked through."""
    known = reading.situation.recipes
    for way in known.own(item.id):
        for taken, share in known.shares(item.id, way).items():
            told = _given(role=str(share.role), share=float(share.weight), key_input=share.key)
            _edge(graph, product_node(taken), route(item.id, way.id), "takes", **told)


def _amounts(balance: Balance | None) -> dict[str, Scalar]:
    """Supply and need where there are any and all of them are known."""
    kinds = {term.kind for term in balance.terms} if balance else set()
    if balance is None:
        return {}
    supplied = not balance.supply_unknown and not kinds.isdisjoint(("maker", "byproduct"))
    needed = not balance.need_unknown and "use" in kinds
    return _given(
        supply=float(balance.supply) if supplied else None,
        need=float(balance.need) if needed else None,
    )


def _route(graph: Graph, atlas: Atlas, item: Product, way: Route, *, default: bool) -> None:
    here, made = route(item.id, way.id), product_node(item.id)
    told = _given(
        kind="route",
        label=way.name or item.name,
        name=way.name,
        product=item.id,
        route_kind=str(way.kind),
        default=default,
        equation=way.equation,
    )
    graph.add_node(here, **told)
    _edge(graph, here, made, "makes")
    for flow in way.inputs:
        if flow.product in atlas.products:
            _edge(graph, product_node(flow.product), here, "input", **_flow(flow))
    for beside in way.byproducts:
        if beside.product in atlas.products:
            kind = "recycle" if beside.recycle else "byproduct"
            _edge(graph, here, product_node(beside.product), kind, **_flow(beside))


def _flow(flow: Input | Byproduct) -> dict[str, Scalar]:
    return _given(per_unit=float(flow.per_unit), unit=flow.unit, basis=str(flow.basis))


def _firm(atlas: Atlas, firm: Enterprise, day: str) -> dict[str, Scalar]:
    best = best_level(atlas, firm, day)
    return _given(
        kind="enterprise",
        label=firm.label,
        name=firm.name,
        county=firm.county,
        enterprise_kind=str(firm.kind),
        chains=" ".join(firm.chains),
        parent=firm.parent,
        honour=None if best is None else atlas.library.ladder[best].level,
        as_of=firm.as_of,
        inferred=firm.inferred,
    )


def _makes(graph: Graph, atlas: Atlas, situation: Situation) -> None:
    for item in atlas.products.values():
        own = {way.id for way in item.routes}
        for maker in situation.makers(item.id):
            named = maker.capacity.route
            goal = route(item.id, named) if named in own else product_node(item.id)
            _edge(graph, enterprise(maker.enterprise.id), goal, "makes", **_statement(maker))


def _statement(maker: Maker) -> dict[str, Scalar]:
    row = maker.capacity
    return _given(
        status=str(row.status),
        operating=maker.operating,
        amount=None if row.amount is None else float(row.amount),
        unit=None if row.amount is None else row.unit,
        since=row.since,
        until=row.until,
        as_of=row.as_of,
        contested=row.contested,
        inferred=row.inferred,
    )


def _supplies(graph: Graph, atlas: Atlas) -> None:
    """Recorded relations of which both sides are enterprises of the atlas."""
    for item in atlas.supplies.values():
        ends = enterprise(item.supplier), enterprise(item.customer)
        if all(end in graph for end in ends):
            told = _given(
                mode=str(item.mode),
                product=item.product,
                claim=item.claim,
                inferred=item.inferred,
            )
            graph.add_edge(*ends, key=f"supply:{item.id}", kind="supply", **told)


def _edge(graph: Graph, source: str, target: str, kind: str, **told: Scalar) -> None:
    """Add an edge under a key that no other has."""
    wanted = key = f"{kind}:{source}>{target}"
    again = 1
    while graph.has_edge(source, target, key):
        again += 1
        key = f"{wanted}#{again}"
    graph.add_edge(source, target, key=key, kind=kind, **told)
