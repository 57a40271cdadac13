"""``analyse``, ``why`` and ``balance``: the diagnosis as data and as sentences."""

from __future__ import annotations

import argparse

from liantu.analysis.reading import Reading
from liantu.cli import boards
from liantu.cli.documents import (
    balance_document,
    boards_document,
    coverage_document,
    numbers_document,
    product_document,
    shortlist_document,
    survey_document,
)
from liantu.cli.usage import (
    data_code,
    emit,
    known_chain,
    known_product,
    reading_of,
    tell_scenario,
)
from liantu.model import Atlas
from liantu.telling import figures
from liantu.telling.standing import class_words, coverage_sentence
from liantu.telling.why.explanation import explain, plain
from liantu.wording import text


def analyse(arguments: argparse.Namespace) -> int:
    """The judgement of the city or of a chain: numbers, boards, and every product of it."""
    loaded, reading = reading_of(arguments)
    chain = known_chain(loaded.atlas, arguments.chain)
    ids = _scope(loaded.atlas, chain)
    if arguments.json:
        emit(_document(reading, ids, chain), reading)
        return data_code(loaded)
    for line in boards.told(reading, chain):
        print(line)
    if chain:
        print()
        for product in ids:
            name = loaded.atlas.products[product].name
            print(f"{product}\t{name}\t{class_words(reading.verdicts[product])}")
    return data_code(loaded)


def _document(reading: Reading, ids: list[str], chain: str) -> dict[str, object]:
    return {
        "date": reading.date,
        "switches": {
            "external": sorted(reading.switches.external),
            "thin": reading.switches.thin,
            "utilisation": reading.switches.utilisation,
            "weights": reading.switches.weights,
        },
        "products": [product_document(reading, p, chain) for p in ids],
        "boards": boards_document(reading, chain),
        "survey": survey_document(reading, chain),
        "shortlist": shortlist_document(reading, chain),
        "coverage": coverage_document(reading),
        **numbers_document(reading, chain),
    }


def why(arguments: argparse.Namespace) -> int:
    """The answer in one sentence, then facts, sources and unknowns of one product."""
    loaded, reading = reading_of(arguments)
    product = known_product(reading.atlas, arguments.product)
    if arguments.json:
        found = product_document(reading, product, "")
        emit({**found, "coverage": coverage_document(reading)}, reading)
        return data_code(loaded)
    print(plain(explain(reading, product)))
    return data_code(loaded)


def balance(arguments: argparse.Namespace) -> int:
    """Supply, need, cover and surplus of every product that is made or needed locally."""
    loaded, reading = reading_of(arguments)
    atlas = reading.atlas
    if arguments.json:
        found = reading.diagnosis.balances.values()
        emit([balance_document(atlas, b) for b in found], reading)
        return data_code(loaded)
    tell_scenario(reading)
    for item in reading.diagnosis.balances.values():
        name = atlas.products[item.product].name
        sums = {"supply": figures.number(item.supply), "need": figures.number(item.need)}
        surplus = figures.signed(item.surplus)
        words = {"id": item.product, "name": name, "surplus": surplus, "unit": item.unit, **sums}
        print(text("cli.balance.line", **words))
    print(coverage_sentence(reading))
    return data_code(loaded)


def _scope(atlas: Atlas, chain: str) -> list[str]:
    """Products with a verdict: of the city, or of a chain."""
    found = (m.product for m in atlas.chains[chain].members()) if chain else iter(atlas.products)
    return [p for p in found if p in atlas.products and not atlas.products[p].utility]
