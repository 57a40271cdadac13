"""What commands share: the folder read, ids that exist, JSON."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.cli.parsing import BAD_DATA, GOOD, say
from liantu.issues import Severity, folded
from liantu.library import Loaded, load
from liantu.library.messages import format_issue, format_root
from liantu.library.scenarios import scenarios_of
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.telling import naming
from liantu.telling.assumed import assumed, assumptions, named
from liantu.wording import text

SCENARIO_FILES = (".yaml", ".yml")
"""What ends so is the file of a scenario, not its name."""


class UsageError(Exception):
    """A wrong call; ``code`` and ``params`` give the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.words = text(code, **params)


class UnknownNameError(UsageError):
    """Nothing is called so, as ``words`` say."""

    def __init__(self, words: str) -> None:
        Exception.__init__(self, words)
        self.words = words


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
    external = tuple(sorted({known_product(loaded.atlas, p) for p in arguments.external}))
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
    raise unknown("scenario", asked, {s.id: (s.name,) for s in kept})


def _scenario_of_file(atlas: Atlas, path: Path) -> Scenario:
    found, issues = scenarios_of(path, atlas)
    if issues:
        raise UsageError("cli.usage.scenario_file", path=path, reason=format_issue(issues[0]))
    if len(found) != 1:
        raise UsageError("cli.usage.scenario_many", path=path, count=len(found))
    return found[0]


def known_product(atlas: Atlas, asked: str) -> str:
    """The id of a product that has a verdict; raises :class:`UsageError`."""
    return known("product", asked, naming.products(atlas))


def known_chain(atlas: Atlas, asked: str) -> str:
    """The id of a chain, empty where none is asked for; raises :class:`UsageError`."""
    return asked and known("chain", asked, naming.chains(atlas))


def known_section(atlas: Atlas, chain: str, asked: str) -> str | None:
    """The id of a 板块 of a chain, ``None`` for all of it; raises :class:`UsageError`."""
    return known("section", asked, naming.sections(atlas, chain), here=True) if asked else None


def known_enterprise(atlas: Atlas, asked: str) -> str:
    """The id of an enterprise, empty where none is asked for; raises :class:`UsageError`."""
    return asked and known("enterprise", asked, naming.enterprises(atlas))


def known_county(atlas: Atlas, asked: str) -> str:
    """A county of the region, or empty; raises :class:`UsageError`."""
    return asked and known("county", asked, naming.counties(atlas))


def known(kind: str, asked: str, called: naming.Called, *, here: bool = False) -> str:
    """The id of what is called so. ``here``: of what a chain has of them.

    Raises :class:`UsageError`, which tells what was perhaps meant.
    """
    found = naming.meant(asked, called)
    if not found.id:
        raise unknown(kind, asked, called, here=here)
    return found.id


def unknown(
    kind: str, asked: str, called: naming.Called, *, here: bool = False
) -> UnknownNameError:
    """That nothing is called so, or too much."""
    return UnknownNameError(naming.refusal(kind, asked, called, here=here))


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
