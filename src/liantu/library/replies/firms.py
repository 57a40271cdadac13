"""Which firm of the folder a county means: by its names, also without the places before them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from liantu.library.importing.names import firms_by_key, name_key
from liantu.model import Atlas
from liantu.once import once
from liantu.wording import table

_LEAST = 4
"""Characters of a name without places that are enough to tell a firm."""


class Firms:
    """The firms of an atlas, to look up written names; each is looked up once."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._found: dict[str, tuple[str, bool]] = {}

    def id(self, written: str) -> str:
        """The id of the firm, or empty where the folder has none that must be it."""
        return self._look_up(written)[0]

    def is_guess(self, written: str) -> bool:
        """Whether it was found only without the places before its name."""
        return self._look_up(written)[1]

    def near(self, written: str) -> str:
        """The name of a firm that is called much alike, or empty."""
        key = name_key(written)
        if len(key) < _LEAST:
            return ""
        return next((name for other, name in self._keys if other in key or key in other), "")

    def _look_up(self, written: str) -> tuple[str, bool]:
        if written not in self._found:
            sure = self._sure(written)
            self._found[written] = (sure, False) if sure else (self._guess(written), True)
        return self._found[written]

    def _sure(self, written: str) -> str:
        """The enterprise of this name, former name or short name; the name as written first."""
        exact = self._by_name.get(written.strip(), "")
        return exact or next(iter(self._by_key.get(name_key(written), ())), "")

    @once
    def _by_name(self) -> dict[str, str]:
        return {firm.name: firm.id for firm in reversed([*self._atlas.enterprises.values()])}

    @once
    def _by_key(self) -> Mapping[str, tuple[str, ...]]:
        return firms_by_key(self._atlas)

    def _guess(self, written: str) -> str:
        bare = self._bare(name_key(written))
        found = self._by_bare.get(bare, set()) if len(bare) >= _LEAST else set()
        return next(iter(found)) if len(found) == 1 else ""

    @once
    def _keys(self) -> tuple[tuple[str, str], ...]:
        """The key of every name that is long enough to tell a firm, with its full name."""
        firms = self._atlas.enterprises.values()
        pairs = ((name_key(n), f.name) for f in firms for n in (f.name, f.short, *f.aka))
        return tuple((key, name) for key, name in pairs if len(key) >= _LEAST)

    @once
    def _by_bare(self) -> dict[str, set[str]]:
        """Keys of names without places → ids."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for firm in self._atlas.enterprises.values():
            for name in (firm.name, *firm.aka):
                found[self._bare(name_key(name))].add(firm.id)
        return found

    def _bare(self, key: str) -> str:
        """A key without the provinces, city and counties that it begins with."""
        while place := next((p for p in self._places if key.startswith(p)), ""):
            key = key[len(place) :]
        return key

    @once
    def _places(self) -> tuple[str, ...]:
        """Names of places, with and without what they are, the longest first."""
        region, ends = self._atlas.library.region, table()["library.reply.place_ends"].split("、")
        whole = [*table()["library.reply.provinces"].split("、"), region.name, *region.counties]
        short = [name.removesuffix(end) for name in whole for end in ends if name.endswith(end)]
        return tuple(sorted({*whole, *(s for s in short if len(s) > 1)}, key=len, reverse=True))
