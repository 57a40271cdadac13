"""What is being looked at: one value, so that it can be returned to, kept and told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from liantu.model.boards import Board
from liantu.model.classes import LISTS
from liantu.model.target import Target

HOME, MAP, POSTER = "home", "map", "poster"
LISTS_PAGE, CHARTS, REPORT, PLAN = "lists", "charts", "report", "plan"
"""The pages."""

SCENARIOS, COMPARE, POOL = "scenarios", "compare", "pool"
CLOSING, PORTFOLIO, DRILL = "closing", "portfolio", "drill"
SIDES = "sides"
PLANS = (SCENARIOS, COMPARE, SIDES, POOL, CLOSING, PORTFOLIO, DRILL)
"""The tabs of the page 谋划."""

SEGMENTS, TREE = "segments", "tree"
"""Pictures of a chain: 分段图, and the layered 工艺树."""
TILES, AUTO, WHOLE = "tiles", "auto", "whole"
"""How much the map shows: 概览, what fits, 详尽."""

SHOWN, CITY = "shown", ""
"""Scopes of the enterprise list beside the ids of chains: of the shown chain, of the city."""

_OWN_LIST = {"product": "products", "enterprise": "enterprises"}
_OF_PRODUCTS = frozenset({*LISTS, *map(str, Board), "shortlist", "survey", "balance"})
_STAYING = frozenset({"trust", "issues", "projects", "matches", "city"})
"""Lists that stay in front whatever is chosen in them."""


@dataclass(frozen=True, slots=True)
class Focus:
    """A page, a chain with an optional section, and the target selected in it.

    ``map`` is the enterprise whose own map is shown, ``None`` for the map of the chain; ``view``
    which picture of the chain, ``detail`` how much it shows, ``every`` whether all links are drawn,
    ``trunk`` only those between what is made here; ``lens`` what it paints; ``county`` whose firms
    are stressed, ``fold`` the product whose up- and downstream alone are shown, ``box`` the key of
    the segment that is shown alone (empty for all); ``list`` the list in front and ``scope`` whose
    firms the enterprise list shows; ``plan`` the tab of the page 谋划, ``against`` what is compared
    with: a date, the id of a scenario, or empty for what the comparison offers by itself;
    ``left`` and ``right`` the two chains or counties that stand side by side, ``None`` where none
    was chosen;
    ``step`` up to which the lens 断供 shows what a stop does, ``None`` for all.
    """

    page: str = HOME
    chain: str = ""
    section: str | None = None
    target: Target | None = None
    map: Target | None = None
    lens: str = "diagnosis"
    county: str = ""
    fold: str = ""
    box: str = ""
    view: str = SEGMENTS
    detail: str = AUTO
    every: bool = False
    trunk: bool = False
    list: str = "products"
    scope: str = SHOWN
    plan: str = SCENARIOS
    against: str = ""
    left: Target | None = None
    right: Target | None = None
    step: int | None = None

    @property
    def product(self) -> str:
        """Id of the selected product, or empty."""
        return self.target.id if self.target and self.target.kind == "product" else ""

    @property
    def enterprise(self) -> str:
        """Id of the selected enterprise, or empty."""
        return self.target.id if self.target and self.target.kind == "enterprise" else ""

    @property
    def firm(self) -> str:
        """Id of the enterprise whose own map is shown, or empty."""
        return self.map.id if self.map and self.map.kind == "enterprise" else ""

    def opened(self, chain: str, section: str | None = None) -> Focus:
        """The map of a chain with nothing selected; how it is drawn, county and lists stay."""
        return replace(
            self, page=MAP, chain=chain, section=section, target=None, map=None, fold="", box=""
        )

    def picked(self, target: Target | None, chain: str = "") -> Focus:
        """``target`` selected in ``chain`` (default: the present one); ``None`` selects nothing."""
        elsewhere = bool(chain) and chain != self.chain
        base = self.opened(chain) if elsewhere else self
        return replace(base, page=MAP, target=target, list=self._front(target))

    def _front(self, target: Target | None) -> str:
        """The list of the target's kind, unless the one in front shows it already."""
        own = _OWN_LIST.get(target.kind) if target else None
        if own is None or self.list in _STAYING:
            return self.list
        return self.list if own == "products" and self.list in _OF_PRODUCTS else own
