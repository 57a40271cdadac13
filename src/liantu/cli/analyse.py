"""``analyse``, ``why``, ``balance`` and ``spof``: the diagnosis as data and as sentences."""

from __future__ import annotations

import argparse

from liantu.analysis.balance import Balance
from liantu.analysis.concentration import concentration
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.cli.usage import data_code, emit, known_chain, known_product, reading_of
from liantu.model import Atlas
from liantu.telling.classes import remedy, word
from liantu.telling.classes import words as class_words
from liantu.telling.explanation import explain, plain
from liantu.telling.reason import Reason
from liantu.telling.reasons import reasons, term_text
from liantu.wording import text


def analyse(arguments: argparse.Namespace) -> int:
    """Every product of the folder or of a chain with its classes and their facts."""
    loaded, reading = reading_of(arguments)
    atlas = reading.atlas
    ids = _scope(atlas, arguments.chain)
    products = [_product(reading, p, arguments.chain) for p in ids]
    if arguments.json:
        switches = {
            "external": sorted(reading.switches.external),
            "thin": reading.switches.thin,
            "utilisation": reading.switches.utilisation,
            "weights": reading.switches.weights,
        }
        emit({"date": reading.date, "switches": switches, "products": products})
    else:
        for product in ids:
            verdict = reading.verdicts[product]
            print(f"{product}\t{atlas.products[product].name}\t{class_words(verdict.words)}")
    return data_code(loaded)


def why(arguments: argparse.Namespace) -> int:
    """Class, facts, sources and unknowns of one product."""
    loaded, reading = reading_of(arguments)
    product = known_product(reading.atlas, arguments.product)
    if arguments.json:
        emit(_product(reading, product, ""))
        return data_code(loaded)
    print(plain(explain(reading, product)))
    return data_code(loaded)


def balance(arguments: argparse.Namespace) -> int:
    """Supply, need, cover and surplus of every product that is made or needed locally."""
    loaded, reading = reading_of(arguments)
    atlas = reading.atlas
    if arguments.json:
        emit([_balance(atlas, b) for b in reading.diagnosis.balances.values()])
        return data_code(loaded)
    for item in reading.diagnosis.balances.values():
        name = atlas.products[item.product].name
        surplus = text("ui.unknown") if item.surplus is None else f"{item.surplus:+.6g}"
        line = {"supply": f"{item.supply:.6g}", "need": f"{item.need:.6g}", "unit": item.unit}
        print(text("cli.balance.line", id=item.product, name=name, surplus=surplus, **line))
    return data_code(loaded)


def spof(arguments: argparse.Namespace) -> int:
    """What is lost without each enterprise."""
    loaded, reading = reading_of(arguments)
    atlas = reading.atlas
    inside = set(_scope(atlas, arguments.chain))
    rows = [
        {
            "enterprise": loss.enterprise,
            "name": atlas.enterprises[loss.enterprise].name,
            "own": [p for p in loss.own if p in inside],
            "stopped": [p for p in loss.stopped if p in inside],
        }
        for loss in reading.diagnosis.losses.values()
    ]
    rows = [r for r in rows if r["own"] or r["stopped"]]
    if arguments.json:
        emit(rows)
        return data_code(loaded)
    for row in rows:
        own, stopped = len(row["own"]), len(row["stopped"])
        print(text("cli.spof.line", name=row["name"], own=own, stopped=stopped))
    return data_code(loaded)


def _scope(atlas: Atlas, chain: str) -> list[str]:
    if not chain:
        return [p.id for p in atlas.products.values() if not p.utility]
    known_chain(atlas, chain)
    return [m.product for m in atlas.chains[chain].members() if m.product in atlas.products]


def _product(reading: Reading, product: str, chain: str) -> dict[str, object]:
    verdict, item = reading.verdicts[product], reading.atlas.products[product]
    balance_ = verdict.balance
    supply, need = (balance_.supply, balance_.need) if balance_ else (0.0, 0.0)
    unknown = (balance_.supply_unknown, balance_.need_unknown) if balance_ else (0, 0)
    return {
        "id": product,
        "name": item.name,
        "stage": _stage(reading.atlas, product, chain or item.home),
        "state": "local" if verdict.local else "absent",
        "raw": item.raw,
        "classes": [word(code) for code in verdict.words],
        "remedy": _remedy(verdict),
        "needed_by": list(verdict.needed_by),
        "fed_by": list(verdict.fed_by),
        "ready": verdict.ready,
        "supply": {"known": _round(supply), "unknown_makers": unknown[0], "unit": item.unit},
        "need": {"known": _round(need), "unknown_users": unknown[1], "unit": item.unit},
        "cover": _round(balance_.cover) if balance_ else None,
        "concentration": _concentration(balance_) if verdict.local else None,
        "score": _score(reading.score(product)),
        "facts": [_fact(reason) for reason in reasons(reading, product)],
    }


def _concentration(balance_: Balance | None) -> dict[str, object] | None:
    found = concentration(balance_)
    if found is None:
        return None
    return {
        "suppliers": found.makers,
        "hhi": _round(found.hhi),
        "largest_share": _round(found.largest),
    }


def _remedy(verdict: Verdict) -> str:
    return remedy(verdict.worst) if verdict.worst else ""


def _stage(atlas: Atlas, product: str, chain: str) -> str:
    found = atlas.chains.get(chain)
    members = found.members() if found else ()
    return next((m.stage for m in members if m.product == product), "")


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _score(score: Score | None) -> dict[str, object] | None:
    if score is None:
        return None
    parts = {name: _round(value) for name, value in score.parts.items()}
    return {"total": _round(score.total), "raw": dict(score.values), "parts": parts}


def _fact(reason: Reason) -> dict[str, object]:
    basis = str(reason.basis) if reason.basis else ""
    return {"text": reason.text, "source": list(reason.sources), "basis": basis}


def _balance(atlas: Atlas, item: Balance) -> dict[str, object]:
    return {
        "id": item.product,
        "name": atlas.products[item.product].name,
        "unit": item.unit,
        "supply": _round(item.supply),
        "supply_unknown": item.supply_unknown,
        "need": _round(item.need),
        "need_unknown": item.need_unknown,
        "cover": _round(item.cover),
        "surplus": _round(item.surplus),
        "terms": [term_text(atlas, term, item.unit) for term in item.terms],
    }
