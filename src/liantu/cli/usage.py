"""What commands share: the folder read, ids that exist, JSON."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.cli.parsing import BAD_DATA, GOOD, say
from liantu.issues import Severity, folded
from liantu.library import Loaded, load
from liantu.library.context import suggest
from liantu.library.messages import format_issue, format_root
from liantu.library.scenarios import scenarios_of
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling.assumed import assumed, assumptions, named
from liantu.wording import text

SCENARIO_FILES = (".yaml", ".yml")
"""What ends so is the file of a scenario, not its name."""


class UsageError(Exception):
    """A wrong call; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.words = text(code, **params)


def read(folder: Path | None) -> Loaded:
    """Read the folder (the shipped one by default) and report its errors."""
    loaded = load(folder or paths.shipped_chains())
    for root in folded(loaded.issues):
        if root.issue.severity is Severity.ERROR:
            say(format_root(root))
    return loaded


def reading_of(arguments: argparse.Namespace) -> tuple[Loaded, Reading]:
    """The folder read under the date and the assumptions that a command was given.

    Raises :class:`UsageError` for a product that cannot be.
    """
    loaded = read(arguments.folder)
    start = known_scenario(loaded.atlas, arguments.scenario)
    external = tuple(sorted(set(filter(None, arguments.external.split(",")))))
    for product in external:
        known_product(loaded.atlas, product)
    weights = {board: dict(points) for board, points in start.weights.items()}
    for board, criterion, points in arguments.weight:
        weights.setdefault(board, {})[criterion] = points
    scenario = replace(
        start,
        date=arguments.date or start.date,
        weights=weights,
        external=external or start.external,
        thin=arguments.thin or start.thin,
        utilisation=arguments.utilisation or start.utilisation,
    )
    return loaded, Reading.of(loaded.atlas, scenario)


def known_scenario(atlas: Atlas, asked: str) -> Scenario:
    """The scenario of a name, an id or a file; 现状 where none is asked for.

    Raises :class:`UsageError` where there is none, or where a file is bad or names what there is
    not.
    """
    if not asked:
        return Scenario()
    kept = atlas.scenarios.values()
    found = [s for s in kept if asked == s.id] or [s for s in kept if asked == s.name]
    if found:
        return found[0]
    if asked.casefold().endswith(SCENARIO_FILES):
        return _scenario_of_file(atlas, Path(asked))
    near = _nearest(asked, [text for s in kept for text in (s.id, s.name)])
    raise UsageError("cli.usage.scenario", name=asked, near=near)


def _scenario_of_file(atlas: Atlas, path: Path) -> Scenario:
    found, issues = scenarios_of(path, atlas)
    if issues:
        raise UsageError("cli.usage.scenario_file", path=path, reason=format_issue(issues[0]))
    if len(found) != 1:
        raise UsageError("cli.usage.scenario_many", path=path, count=len(found))
    return found[0]


def known_product(atlas: Atlas, product: str) -> str:
    """The id of a product that has a verdict; raises :class:`UsageError`."""
    if product not in atlas.products or atlas.products[product].utility:
        near = suggest(product, atlas.products) or "—"
        raise UsageError("cli.usage.product", id=product, near=near)
    return product


def known_chain(atlas: Atlas, chain: str, section: str = "") -> tuple[str, str | None]:
    """A chain id and a section id that exist; raises :class:`UsageError`."""
    if chain not in atlas.chains:
        raise UsageError("cli.usage.chain", id=chain, near=_nearest(chain, atlas.chains))
    sections = {s.id for s in atlas.chains[chain].sections}
    if section and section not in sections:
        raise UsageError("cli.usage.section", id=section, near=_nearest(section, sections))
    return chain, section or None


def known_county(atlas: Atlas, county: str) -> str:
    """A county of the region, or empty; raises :class:`UsageError`."""
    if county and county not in atlas.library.region.counties:
        near = _nearest(county, atlas.library.region.counties)
        raise UsageError("cli.usage.county", county=county, near=near)
    return county


def _nearest(wrong: str, known: Iterable[str]) -> str:
    ids = list(known)
    return suggest(wrong, ids) or "、".join(ids[:30]) or "—"


def data_code(loaded: Loaded) -> int:
    """The exit code that the state of the data asks for."""
    return BAD_DATA if loaded.count(Severity.ERROR) else GOOD


def tell_scenario(reading: Reading) -> None:
    """Print under which scenario the city is looked at; nothing for 现状."""
    if reading.scenario.assumes or reading.scenario.name:
        print(assumed(reading))


def emit(document: object, reading: Reading | None = None) -> None:
    """Print one JSON document with sorted keys. Of a ``reading`` it, or each of its rows, names
    the scenario, and the document what is assumed.
    """
    if reading is not None:
        name = {"scenario": named(reading)}
        if isinstance(document, dict):
            document = {**document, **name, "assumptions": [*assumptions(reading)]}
        elif isinstance(document, list):
            document = [{**row, **name} for row in document]
    print(json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1))
