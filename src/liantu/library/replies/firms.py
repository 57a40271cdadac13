"""Which firm of the folder a county means: by its names, also without the places before them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from liantu.library.importing.names import find_firm, name_key
from liantu.model import Atlas
from liantu.wording import table

_LEAST = 4
"""Characters of a name without places that are enough to tell a firm."""
_ENDS = ("省", "市", "区", "县")


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
        for firm in self._atlas.enterprises.values():
            for name in (firm.name, firm.short, *firm.aka):
                other = name_key(name)
                short, long = sorted((key, other), key=len)
                if len(short) >= _LEAST and short in long:
                    return firm.name
        return ""

    def _look_up(self, written: str) -> tuple[str, bool]:
        if written not in self._found:
            sure = find_firm(self._atlas, written)
            self._found[written] = (sure, False) if sure else (self._guess(written), True)
        return self._found[written]

    def _guess(self, written: str) -> str:
        bare = self._bare(name_key(written))
        found = self._by_bare.get(bare, set()) if len(bare) >= _LEAST else set()
        return next(iter(found)) if len(found) == 1 else ""

    @cached_property
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

    @cached_property
    def _places(self) -> tuple[str, ...]:
        """Names of places, with and without what they are, the longest first."""
        region = self._atlas.library.region
        whole = [*table()["library.reply.provinces"].split("、"), region.name, *region.counties]
        short = [name.removesuffix(end) for name in whole for end in _ENDS if name.endswith(end)]
        return tuple(sorted({*whole, *(s for s in short if len(s) > 1)}, key=len, reverse=True))
