"""Words by which a text speaks of one city: its name, counties and enterprises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from liantu.model import Atlas

_ANYWHERE = re.compile("开发区|高新区|度假区|经开区|新区|未注明")
"""Names of counties that many cities have."""
_OWN = "本市|全市"
"""Words by which the office of a city speaks of it."""
_RANK = re.compile("[市区县]$")
_FORM = re.compile("(集团|股份)$")
_PROVINCIAL = re.compile("^鲁|山东")
"""Of the number of a rule, or of what it says: it is one of the province."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Localities:
    """``words`` tell that a text speaks of the city, ``places`` are those among them that stand in
    names of things.
    """

    words: re.Pattern[str]
    places: re.Pattern[str]

    @classmethod
    def of(cls, atlas: Atlas) -> Localities:
        """Those of the city of ``atlas``."""
        region = atlas.library.region
        counties = (name for name in region.counties if not _ANYWHERE.fullmatch(name))
        places = {stem for name in (region.name, *counties) for stem in (name, _RANK.sub("", name))}
        named = {w for f in atlas.enterprises.values() for w in (f.name, f.short, *f.aka)}
        firms = named | {_FORM.sub("", word) for word in named}
        return cls(_any({*places, *firms}, _OWN), _any(places))

    def within(self, told: str) -> bool:
        """Whether a text speaks of the city."""
        return bool(self.words.search(told))

    def without(self, told: str) -> str:
        """The text, or nothing where it speaks of the city."""
        return "" if self.within(told) else told

    def name(self, told: str) -> str:
        """The name of a thing without the place at which the city has it."""
        found = re.sub(r"[(（][^()（）]*[)）]", lambda m: self.without(m[0]), told)
        return self.places.sub("", found) or told

    def scrubbed(self, value: Any) -> Any:
        """Plain values without the texts that speak of the city; names lose its places."""
        if isinstance(value, list):
            return [self.scrubbed(one) for one in value if not self._is_local(one)]
        if not isinstance(value, dict):
            return value
        return {
            key: self.name(one) if key in ("name", "short") else self.scrubbed(one)
            for key, one in value.items()
            if key in ("name", "short") or not self._is_local(one)
        }

    def _is_local(self, value: Any) -> bool:
        return isinstance(value, str) and self.within(value)


def is_provincial(edition: str, told: str) -> bool:
    """Whether a rule is one of the province, by its number or by what it says."""
    return any(map(_PROVINCIAL.search, (edition, told)))


def _any(words: set[str], more: str = "") -> re.Pattern[str]:
    """A pattern of all words, the longest first; one that never matches where there is none."""
    ordered = sorted((w for w in words if len(w) >= _LEAST), key=lambda word: (-len(word), word))
    return re.compile("|".join(filter(None, (*map(re.escape, ordered), more))) or "(?!)")
