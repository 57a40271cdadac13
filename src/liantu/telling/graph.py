"""The words of the office on the nodes and edges of a graph, beside its codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from liantu.analysis.reading import Reading
from liantu.model import Atlas
from liantu.model.classes import Word
from liantu.telling.assumed import assumed
from liantu.telling.classes import word, words
from liantu.telling.figures import number
from liantu.telling.line import joined
from liantu.telling.making import When, beside, status_words
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.analysis.graph import Graph

Data = Mapping[str, Any]


def worded(graph: Graph, reading: Reading) -> Graph:
    """A copy that a planner can read in another program.

    Nodes and edges get ``kind_name``, products ``home_name``, ``word_name`` and ``words_name``,
    edges a ``label`` (coefficient, capacity, product supplied), statements ``status_name``, the
    graph a ``note`` of what is missing and assumed.
    """
    told = graph.copy()
    note = joined(reading.atlas.statement, assumed(reading))
    told.graph.update({"note": note} if note else {})
    for _, data in told.nodes(data=True):
        data["kind_name"] = text(f"ui.graph.node.{data['kind']}")
        data.update(_product_words(data, reading.atlas))
    for _, _, data in told.edges(data=True):
        data["kind_name"] = text(f"ui.graph.edge.{data['kind']}")
        if "status" in data:
            data["status_name"] = _status(data, reading)
        data["label"] = _label(data, reading.atlas) or data["kind_name"]
    return told


def _product_words(data: Data, atlas: Atlas) -> dict[str, str]:
    found = {}
    if data.get("home") in atlas.chains:
        found["home_name"] = atlas.chains[data["home"]].label
    if "words" in data:
        found["word_name"] = word(Word(data["word"]))
        found["words_name"] = words(Word(code) for code in data["words"].split())
    return found


def _status(data: Data, reading: Reading) -> str:
    """As lists say it: what is contested or does not run at the date is never 在产."""
    since, until = data.get("since", ""), data.get("until", "")
    if data["contested"]:
        return text("ui.made.contested")
    when = When.NOW
    if not data["operating"]:
        when = beside(reading, data["status"], since, until)
    return status_words(when, data["status"], since, until)


def _label(data: Data, atlas: Atlas) -> str:
    """Empty for an edge that says no more than its kind."""
    if "per_unit" in data:
        return text("ui.amount", number=number(data["per_unit"]), unit=data["unit"])
    if "status_name" in data:
        known = "amount" in data
        size = {"number": number(data["amount"]), "unit": data.get("unit", "")} if known else {}
        return joined(
            data["status_name"],
            text("ui.amount", **size).strip() if known else text("ui.amount.unknown"),
        )
    supplied = atlas.products.get(data.get("product", ""))
    return supplied.name if supplied else ""
