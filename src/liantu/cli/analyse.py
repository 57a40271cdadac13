"""``analyse``, ``why``, ``balance`` and ``spof``: the diagnosis as data and as sentences."""

from __future__ import annotations

import argparse
from dataclasses import replace

from liantu.analysis.balance import Balance
from liantu.analysis.concentration import concentration
from liantu.analysis.diagnosis import Diagnosis, Verdict, diagnose
from liantu.analysis.ranking import Score, rank
from liantu.analysis.switches import starting
from liantu.cli.usage import UsageError, data_code, emit, known_chain, read
from liantu.document.explanation import explain, plain
from liantu.document.reasons import Reason, class_words, reasons, remedy, term_text
from liantu.library import Loaded
from liantu.library.context import suggest
from liantu.model import Atlas
from liantu.wording import text


def analyse(arguments: argparse.Namespace) -> int:
    """Every product of the folder or of a chain with its classes and their facts."""
    loaded = read(arguments.folder)
    atlas = loaded.atlas
    found = _diagnose(loaded, arguments)
    ids = _scope(atlas, arguments.chain)
    scores = {s.product: s for s in rank(atlas, found, ids)}
    products = [_product(atlas, found, p, scores.get(p), arguments.chain) for p in ids]
    if arguments.json:
        switches = {
            "external": sorted(found.switches.external),
            "thin": found.switches.thin,
            "utilisation": found.switches.utilisation,
            "weights": found.switches.weights,
        }
        emit({"date": found.situation.date, "switches": switches, "products": products})
    else:
        for product in ids:
            verdict = found.verdicts[product]
            print(f"{product}\t{atlas.products[product].name}\t{class_words(verdict)}")
    return data_code(loaded)


def why(arguments: argparse.Namespace) -> int:
    """Class, facts, sources and unknowns of one product."""
    loaded = read(arguments.folder)
    atlas = loaded.atlas
    product = _known(atlas, arguments.product)
    found = _diagnose(loaded, arguments)
    if arguments.json:
        score = next(iter(rank(atlas, found, [product])), None)
        emit(_product(atlas, found, product, score, ""))
        return data_code(loaded)
    print(plain(explain(atlas, found, product)))
    return data_code(loaded)


def balance(arguments: argparse.Namespace) -> int:
    """Supply, need, cover and surplus of every product that is made or needed locally."""
    loaded = read(arguments.folder)
    found = _diagnose(loaded, arguments)
    if arguments.json:
        emit([_balance(loaded.atlas, b) for b in found.balances.values()])
        return data_code(loaded)
    for item in found.balances.values():
        name = loaded.atlas.products[item.product].name
        surplus = text("ui.unknown") if item.surplus is None else f"{item.surplus:+.6g}"
        line = {"supply": f"{item.supply:.6g}", "need": f"{item.need:.6g}", "unit": item.unit}
        print(text("cli.balance.line", id=item.product, name=name, surplus=surplus, **line))
    return data_code(loaded)


def spof(arguments: argparse.Namespace) -> int:
    """What is lost without each enterprise."""
    loaded = read(arguments.folder)
    atlas = loaded.atlas
    found = _diagnose(loaded, arguments)
    inside = set(_scope(atlas, arguments.chain))
    rows = [
        {
            "enterprise": loss.enterprise,
            "name": atlas.enterprises[loss.enterprise].name,
            "own": [p for p in loss.own if p in inside],
            "stopped": [p for p in loss.stopped if p in inside],
        }
        for loss in found.losses.values()
    ]
    rows = [r for r in rows if r["own"] or r["stopped"]]
    if arguments.json:
        emit(rows)
        return data_code(loaded)
    for row in rows:
        own, stopped = len(row["own"]), len(row["stopped"])
        print(text("cli.spof.line", name=row["name"], own=own, stopped=stopped))
    return data_code(loaded)


def _diagnose(loaded: Loaded, arguments: argparse.Namespace) -> Diagnosis:
    external = frozenset(filter(None, (arguments.external or "").split(",")))
    for product in external:
        _known(loaded.atlas, product)
    start = starting(loaded.atlas)
    switches = replace(
        start,
        external=external,
        thin=arguments.thin or start.thin,
        utilisation=arguments.utilisation or start.utilisation,
    )
    return diagnose(loaded.atlas, arguments.date, switches)


def _known(atlas: Atlas, product: str) -> str:
    if product not in atlas.products or atlas.products[product].utility:
        near = suggest(product, atlas.products) or "—"
        raise UsageError("cli.usage.product", id=product, near=near)
    return product


def _scope(atlas: Atlas, chain: str) -> list[str]:
    if not chain:
        return [p.id for p in atlas.products.values() if not p.utility]
    known_chain(atlas, chain)
    return [m.product for m in atlas.chains[chain].members() if m.product in atlas.products]


def _product(
    atlas: Atlas, found: Diagnosis, product: str, score: Score | None, chain: str
) -> dict[str, object]:
    verdict, item = found.verdicts[product], atlas.products[product]
    balance_ = verdict.balance
    supply, need = (balance_.supply, balance_.need) if balance_ else (0.0, 0.0)
    unknown = (balance_.supply_unknown, balance_.need_unknown) if balance_ else (0, 0)
    return {
        "id": product,
        "name": item.name,
        "stage": _stage(atlas, product, chain or item.home),
        "state": "local" if verdict.local else "absent",
        "raw": item.raw,
        "classes": list(verdict.words),
        "remedy": _remedy(verdict),
        "needed_by": list(verdict.needed_by),
        "fed_by": list(verdict.fed_by),
        "ready": verdict.ready,
        "supply": {"known": _round(supply), "unknown_makers": unknown[0], "unit": item.unit},
        "need": {"known": _round(need), "unknown_users": unknown[1], "unit": item.unit},
        "cover": _round(balance_.cover) if balance_ else None,
        "concentration": _concentration(balance_) if verdict.local else None,
        "score": _score(score),
        "facts": [_fact(reason) for reason in reasons(atlas, found, product)],
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
    return {"total": _round(score.total), "raw": dict(score.raw), "parts": parts}


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
