"""The chains as a graph in a file that Gephi, Cytoscape and yEd open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from liantu.analysis.graph import build, of_chain
from liantu.analysis.graph_files import WRITERS, encode
from liantu.analysis.reading import Reading
from liantu.analysis.structure import around
from liantu.briefing.archive import clean
from liantu.jobs import Progress
from liantu.render.errors import ExportError
from liantu.render.export import replace_file
from liantu.telling.graph import worded

if TYPE_CHECKING:
    from liantu.analysis.graph import Graph

SUFFIXES = tuple(WRITERS)
"""Formats, the usual one first."""


def graph_of(reading: Reading, chain: str = "", product: str = "") -> Graph:
    """The graph of the city or of a chain, or what in it leads to a product and comes from it.

    Raises ``KeyError`` for a product that the graph does not have.
    """
    graph = build(reading)
    if chain:
        graph = of_chain(graph, chain)
    return around(graph, product) if product else graph


def write(reading: Reading, chain: str, path: Path, progress: Progress) -> Path:
    """Write the graph of a chain (without one: of the city) as :func:`put` does."""
    return put(reading, graph_of(reading, chain), path, progress)


def put(reading: Reading, graph: Graph, path: Path, progress: Progress | None = None) -> Path:
    """Write a graph with the words of the office as the suffix of ``path`` says.

    An existing file is replaced only at the end. Raises ``ExportError`` or ``Cancelled``.
    """
    progress = progress or Progress()
    suffix = path.suffix.casefold()
    if suffix not in SUFFIXES:
        raise ExportError("brief.graph.suffix", suffix=suffix or path.name)
    data = encode(_printable(worded(graph, reading)), suffix)
    progress.check()
    replace_file(path, data)
    return path


def _printable(graph: Graph) -> Graph:
    """Texts on one line and without what XML cannot hold, in place; names come from files."""
    for _, data in graph.nodes(data=True):
        _print(data)
    for _, _, data in graph.edges(data=True):
        _print(data)
    _print(graph.graph)
    return graph


def _print(data: dict[str, Any]) -> None:
    for key, value in data.items():
        if isinstance(value, str):
            data[key] = " ".join(clean(value).split())
