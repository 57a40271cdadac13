"""``poster``: what the page 看板 of a chain or of the city says, as text or as data."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from liantu.analysis.reading import Reading
from liantu.cli.parsing import GOOD
from liantu.cli.usage import data_code, emit, known_chain, reading_of
from liantu.telling.poster.chain import chain_poster
from liantu.telling.poster.city import city_poster
from liantu.telling.poster.city_plain import plain_city
from liantu.telling.poster.plain import plain


def run(arguments: argparse.Namespace) -> int:
    """The page of one chain, or of every chain in the order of the library; ``--city``: that of
    the city.
    """
    loaded, reading = reading_of(arguments)
    if arguments.city:
        return _city(reading, as_json=arguments.json) or data_code(loaded)
    asked = known_chain(loaded.atlas, arguments.chain)
    chains = [asked] if asked else list(loaded.atlas.chains)
    posters = [chain_poster(reading, chain) for chain in chains]
    if arguments.json:
        found = [asdict(poster) for poster in posters]
        emit({"date": reading.date, "posters": found}, reading)
    else:
        print("\n".join(map(plain, posters)), end="")
    return data_code(loaded)


def _city(reading: Reading, *, as_json: bool) -> int:
    poster = city_poster(reading)
    if as_json:
        emit({"date": reading.date, "poster": asdict(poster)}, reading)
    else:
        print(plain_city(poster), end="")
    return GOOD
