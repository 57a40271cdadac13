"""Short names of things, the same on cards, tiles and paper."""

from __future__ import annotations

import re

from liantu.model import Atlas, Enterprise

_LEGAL = re.compile(r"(股份有限公司|有限责任公司|集团有限公司|有限公司|\(集团\)|（集团）)$")
_PLACE = re.compile(r"^(山东省?|聊城市?)(?=.{2})")
_NOTE = re.compile(r"[（(].*?[)）]")


def brief(enterprise: Enterprise) -> str:
    """A name short enough for a card: the short name that the data give, else the name without
    legal form, province and remarks in brackets.
    """
    if enterprise.short:
        return enterprise.short
    name = _LEGAL.sub("", _NOTE.sub("", enterprise.label)) or enterprise.label
    return _PLACE.sub("", _LEGAL.sub("", name)) or name


def product_name(atlas: Atlas, product: str) -> str:
    """The product's name, or its id where the atlas does not know it."""
    found = atlas.products.get(product)
    return found.name if found else product
