"""``new``: the folder of a new city, empty or with the product structure of another library."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path

from liantu import paths
from liantu.cli.parsing import say
from liantu.cli.usage import UsageError, data_code
from liantu.issues import Severity
from liantu.library import load
from liantu.library.founding import found, is_free
from liantu.library.naming import split, troubles
from liantu.library.starting import Start, chosen, start
from liantu.model import Atlas
from liantu.wording import text

SHIPPED = "shipped"
"""Stands for the library that comes with the program."""


def run(arguments: argparse.Namespace) -> int:
    """Write the files, read them again and tell how to go on."""
    out: Path = arguments.out
    if not is_free(out):
        raise UsageError("cli.new.taken", path=out)
    like = _like(arguments.like)
    wanted = _wanted(arguments, like)
    found(out, start(wanted, like if arguments.like else None))
    loaded = load(out)
    say(text("cli.new.done", path=out, files=loaded.files, products=len(loaded.atlas.products)))
    say(text("cli.new.next", errors=loaded.count(Severity.ERROR), path=out))
    return data_code(loaded)


def _like(named: str) -> Atlas:
    """The library that gives units, list templates and, where it was named, structure."""
    folder = paths.shipped_chains() if named in ("", SHIPPED) else Path(named)
    loaded = load(folder)
    if not loaded.atlas.library.region.name:
        raise UsageError("cli.new.like.bad", path=folder)
    return loaded.atlas


def _wanted(arguments: argparse.Namespace, like: Atlas) -> Start:
    counties = split(",".join(arguments.counties), blanks=True)
    chains = chosen(like, split(",".join(arguments.chains)))
    own = [chain.name for chain in chains if chain.id not in like.chains]
    taken = [chain.name for chain in chains if chain.id in like.chains]
    for trouble in troubles(arguments.region, counties, own, taken):
        raise UsageError(trouble.code, **trouble.params)
    return Start(
        region=arguments.region.strip(),
        counties=counties,
        edition=arguments.date or f"{datetime.date.today():%Y-%m}",
        chains=chains,
        units=like.library.units,
        lists=tuple(like.library.lists.values()),
    )
