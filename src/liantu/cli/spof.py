"""``spof``: what is lost without each enterprise, product and bought-in material."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.risks import Risk, risks
from liantu.analysis.shocks.ways import passed
from liantu.cli.parsing import Parser
from liantu.cli.usage import data_code, emit, known_chain, known_product, reading_of, tell_scenario
from liantu.model.drill import NO_DRILL, Shock, ShockKind
from liantu.telling.names import named, plain_firm, plain_name
from liantu.telling.shocks import exposure as told
from liantu.telling.shocks import words
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

Document = dict[str, object]
_FEW = 6
"""Makers that are named."""


def options(parser: Parser) -> None:
    """Of one product: whose failure stops it."""
    parser.epilog = text("cli.spof.keys")
    parser.add_argument("--end", default="", metavar="PRODUCT", help=text("cli.spof.end"))


def run(arguments: argparse.Namespace) -> int:
    """Print what hangs on each, or what one product hangs on."""
    loaded, reading = reading_of(arguments)
    chain = known_chain(reading.atlas, arguments.chain)
    inside = _inside(reading, chain)
    end = known_product(reading.atlas, arguments.end) if arguments.end else ""
    if arguments.json:
        emit(_end_document(reading, end) if end else [*_rows(reading, inside)], reading)
        return data_code(loaded)
    tell_scenario(reading)
    for line in _end_lines(reading, end) if end else _lines(reading, inside):
        print(line)
    print(coverage_sentence(reading))
    return data_code(loaded)


def _inside(reading: Reading, chain: str) -> frozenset[str] | None:
    """The products of a chain; ``None``: of the city."""
    if not chain:
        return None
    return frozenset(m.product for m in reading.atlas.chains[chain].members())


def _found(reading: Reading, inside: frozenset[str] | None) -> tuple[Risk, ...]:
    return risks(reading.atlas, reading.diagnosis, reading.exposures, inside)


def _rows(reading: Reading, inside: frozenset[str] | None) -> Iterator[Document]:
    """Enterprises first, with what is lost as the closure has it; then products and materials."""
    found = _found(reading, inside)
    every = {r.exposure.id: r for r in _found(reading, None) if _is_firm(r)}
    firms = {r.exposure.id for r in found if _is_firm(r)}
    lost = reading.diagnosis.losses
    for firm in dict.fromkeys([*lost, *every]):
        own, stopped = (
            [p for p in products if inside is None or p in inside]
            for products in ((lost[firm].own, lost[firm].stopped) if firm in lost else ((), ()))
        )
        if own or stopped or firm in firms:
            closure = {"own": own, "stopped": stopped}
            name = reading.atlas.enterprises[firm].name
            exposure = _exposure(every[firm]) if firm in every else _NOTHING
            yield {"kind": "enterprise", "enterprise": firm, "product": None, "name": name} | (
                closure | exposure
            )
    for risk in found:
        if not _is_firm(risk):
            name = reading.atlas.products[risk.exposure.id].name
            kind, id_ = risk.exposure.kind.value, risk.exposure.id
            head = {"kind": kind, "enterprise": None, "product": id_, "name": name}
            yield {**head, "own": [], "stopped": [], **_exposure(risk)}


def _is_firm(risk: Risk) -> bool:
    return risk.exposure.kind is ShockKind.ENTERPRISE


_NOTHING: Document = {
    **dict.fromkeys(("direct", "total", "mains", "recorded"), 0),
    **dict.fromkeys(("firms", "products", "sole", "makers"), ()),
    **{"single": False, "at_once": True, "common": False, "days": None},
}
"""An enterprise on which nothing of others hangs."""


def _exposure(risk: Risk) -> Document:
    found = risk.exposure
    return {
        "direct": found.direct,
        "total": found.total,
        "mains": found.mains,
        "recorded": found.recorded,
        "firms": [*risk.others],
        "products": [*found.products],
        "sole": [*found.sole],
        "makers": [*risk.makers],
        "single": risk.single,
        "at_once": risk.at_once,
        "common": risk.common,
        "days": None if found.stock is None else {"low": found.stock, "high": None},
    }


def _lines(reading: Reading, inside: frozenset[str] | None) -> Iterator[str]:
    yield text("cli.spof.head")
    for risk in _found(reading, inside):
        exposure = risk.exposure
        yield text(
            "cli.spof.line",
            kind=told.category(risk),
            name=told.name(reading, exposure),
            mains=exposure.mains,
            direct=exposure.direct,
            total=exposure.total,
            firms=len(risk.others),
            evidence=told.evidence(exposure),
            single=told.single(risk),
            days=told.days(exposure),
            sole=told.sole(reading, exposure) or text("ui.none"),
            backup=told.stand_ins(reading, risk),
        )


# -- what one product hangs on


def _stopping(reading: Reading, product: str) -> list[Risk]:
    """Single failures that stop every unit of it, the most telling first."""
    found = []
    for risk in _found(reading, None):
        if product in risk.exposure.products and risk.at_once:
            shock = Shock(risk.exposure.kind, risk.exposure.id)
            toll = reading.outage_of(replace(NO_DRILL, shocks=(shock,))).products.get(product)
            if toll is not None and toll.units == toll.whole:
                found.append(risk)
    return found


def _end_document(reading: Reading, product: str) -> Document:
    return {
        "product": product,
        "name": reading.atlas.products[product].name,
        "makers": [*reading.situation.firms(product)],
        "stopped_by": [
            {"kind": r.exposure.kind.value, "id": r.exposure.id, "common": r.common}
            for r in _stopping(reading, product)
        ],
        "passed": [
            {
                "kind": node.kind.value,
                "enterprise": node.enterprise or None,
                "product": node.product,
                "name": words.node(reading, node),
            }
            for node in passed(reading.woven(), product)
        ],
    }


def _end_lines(reading: Reading, product: str) -> Iterator[str]:
    name = plain_name(reading, product)
    makers = list(reading.situation.firms(product))
    if not makers:
        yield text("cli.spof.end.none", name=name)
        return
    names = named([plain_firm(reading, firm) for firm in makers], _FEW)
    yield text("cli.spof.end.makers", name=name, count=len(makers), names=names)
    found = _stopping(reading, product)
    yield text("cli.spof.end.head", count=len(found))
    for risk in found:
        kind, called = told.category(risk), told.name(reading, risk.exposure)
        yield f"\t{kind}\t{called}\t{told.stand_ins(reading, risk)}"
    ways = [words.node(reading, node) for node in passed(reading.woven(), product)]
    yield text("cli.spof.end.passed", names=" → ".join(ways)) if ways else text("cli.spof.end.ways")
