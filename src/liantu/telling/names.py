"""Short names of things, the same on cards, tiles and paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liantu.model import Atlas, Enterprise
from liantu.wording import text

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


def named(found: Sequence[str], most: int) -> str:
    """The first names, and how many there are where these are not all; empty for none."""
    shown = "、".join(found[:most])
    return text("why.more", names=shown, count=len(found)) if len(found) > most else shown


def capped(lines: Sequence[str], most: int) -> list[str]:
    """The first lines, and one more that counts what is left out."""
    left = len(lines) - most
    return [*lines[:most], *([text("ui.map.more", count=left)] if left > 0 else [])]


def product_name(atlas: Atlas, product: str) -> str:
    """The product's name, or its id where the atlas does not know it."""
    found = atlas.products.get(product)
    return found.name if found else product
