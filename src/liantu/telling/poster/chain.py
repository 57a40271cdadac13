"""All that the page of a chain says, remembered as long as its reading is held."""

from __future__ import annotations

from liantu.analysis.aside import Aside
from liantu.analysis.reading import Reading
from liantu.telling.overall import overall
from liantu.telling.poster.asks import asks
from liantu.telling.poster.headline import foot, headline
from liantu.telling.poster.holds import holds
from liantu.telling.poster.jobs import told_jobs
from liantu.telling.poster.keys import keys
from liantu.telling.poster.model import ChainPoster
from liantu.telling.poster.needs import bought, needs
from liantu.telling.poster.network import network
from liantu.telling.poster.places import places
from liantu.telling.poster.works import works

_POSTERS = Aside[dict[str, ChainPoster]]()


def chain_poster(reading: Reading, chain: str) -> ChainPoster:
    """The page of a chain, computed once a reading; raises ``KeyError`` for an unknown one."""
    known = _POSTERS.of(reading, dict)
    if chain not in known:
        known[chain] = _made(reading, chain)
    return known[chain]


def _made(reading: Reading, chain: str) -> ChainPoster:
    return ChainPoster(
        chain=chain,
        head=headline(reading, chain),
        network=network(reading, chain),
        overall=overall(reading, chain),
        jobs=told_jobs(reading, chain),
        holds=holds(reading, chain),
        needs=needs(reading, chain),
        bought=bought(reading, chain),
        works=works(reading, chain),
        places=places(reading, chain),
        asks=asks(reading, chain),
        keys=keys(reading, chain),
        foot=foot(reading, chain),
        date=reading.date,
    )
