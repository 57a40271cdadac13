"""Short names of things, the same on cards, tiles and paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from weakref import WeakKeyDictionary

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Enterprise, Product
from liantu.wording import text

_LEGAL = re.compile(r"(股份有限公司|有限责任公司|集团有限公司|有限公司|\(集团\)|（集团）)$")
_PLACE = re.compile(r"^(山东省?|聊城市?)(?=.{2})")
_NOTE = re.compile(r"[（(].*?[)）]")
FEW = 2
"""Products that a sentence names where it is to be short."""


def brief(enterprise: Enterprise) -> str:
    """A name short enough for a card: the short name that the data give, else the name without
    legal form, province and remarks in brackets.
    """
    if enterprise.short:
        return enterprise.short
    name = _LEGAL.sub("", _NOTE.sub("", enterprise.label)) or enterprise.label
    return _PLACE.sub("", _LEGAL.sub("", name)) or name


def named(found: Sequence[str], most: int) -> str:
    """The first names, and how many there are where these are not all; empty for none."""
    shown = "、".join(found[:most])
    return text("why.more", names=shown, count=len(found)) if len(found) > most else shown


def of_products(atlas: Atlas, products: Iterable[str], most: int = FEW) -> str:
    """The same of products by their labels."""
    return named([atlas.products[p].label for p in products], most)


def capped(lines: Sequence[str], most: int) -> list[str]:
    """The first lines, and one more that counts what is left out."""
    left = len(lines) - most
    return [*lines[:most], *([text("ui.map.more", count=left)] if left > 0 else [])]


def product_name(atlas: Atlas, product: str) -> str:
    """The product's name, or its id where the atlas does not know it."""
    found = atlas.products.get(product)
    return found.name if found else product


def chain_names(atlas: Atlas, product: str) -> str:
    """The names of all chains that show a product."""
    return "、".join(atlas.chains[chain].label for chain in atlas.chains_of.get(product, ()))


_NAMES: WeakKeyDictionary[Reading, Mapping[str, str]] = WeakKeyDictionary()


def plain_name(reading: Reading, product: str) -> str:
    """The short name without what stands in brackets, unless another product is called so too."""
    return plain_names(reading).get(product, product)


def plain_names(reading: Reading) -> Mapping[str, str]:
    """Those of all products, so that a worker may make them ahead; one for all readings of the
    same products.
    """
    found = _NAMES.get(reading)
    if found is None:
        products = reading.atlas.products
        same = [names for r, names in [*_NAMES.items()] if r.atlas.products is products]
        found = _NAMES[reading] = same[0] if same else _plain(products)
    return found


def _plain(products: Mapping[str, Product]) -> dict[str, str]:
    bare = {key: _NOTE.sub("", p.label).strip() or p.label for key, p in products.items()}
    counts = Counter(bare.values())
    names = {key: n if counts[n] == 1 else products[key].label for key, n in bare.items()}
    return {key: wide(n) for key, n in names.items()}


def plain_firm(reading: Reading, enterprise: str) -> str:
    """The short name of an enterprise."""
    return wide(brief(reading.atlas.enterprises[enterprise]))


def wide(words: str) -> str:
    """With the brackets of Chinese type."""
    return words.translate(_WIDE)


_WIDE = str.maketrans({"(": "\uff08", ")": "\uff09"})
