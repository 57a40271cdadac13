"""The members of a chain: products under its stages, each stage with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from liantu.issues import Place
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import BAD, IdValue, ListValue, MapValue, Plain, not_a_mapping
from liantu.library.parsing.tree import Items, Mapping, Node, Text

_PRODUCTS = ListValue(IdValue("product"))


@dataclass(frozen=True, slots=True)
class StageMembers:
    """The products of one stage in file order; ``place`` is where the stage is named."""

    stage: str
    products: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MembersValue:
    """A mapping from stage ids to lists of products; a product named twice is reported.

    Whether the chain has such a stage is seen later, with the stages at hand to be offered.
    """

    def __call__(self, node: Node, context: Context) -> Any:
        """The stages as a tuple of :class:`StageMembers`."""
        if not isinstance(node, Mapping):
            return not_a_mapping(node, context)
        found = []
        seen: dict[str, Text] = {}
        for name, key in node.keys.items():
            products = _PRODUCTS(node.values[name], context)
            if products is BAD:
                continue
            _report_repeated(node.values[name], seen, context)
            place = context.place(key.line, key.column)
            found.append(StageMembers(name.strip(), products, place))
        return tuple(found)

    def write(self, value: Any) -> Plain:
        """The mapping from stages to products."""
        return {item.stage: _PRODUCTS.write(item.products) for item in value}

    def schema(self) -> dict[str, Any]:
        """An object of lists of product ids."""
        return MapValue(_PRODUCTS).schema()


def _report_repeated(node: Node, seen: dict[str, Text], context: Context) -> None:
    for item in node.items if isinstance(node, Items) else ():
        if not isinstance(item, Text):
            continue
        product = item.value.strip()
        first = seen.setdefault(product, item)
        if first is not item:
            context.report(
                "library.member_twice",
                item.line,
                item.column,
                related=(context.place(first.line, first.column),),
                product=product,
                first=first.line,
            )
