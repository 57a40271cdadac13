"""Plain values as the tree that a file of them would give, for the same readers to read."""

from __future__ import annotations

from liantu.library.parsing.convert import Plain
from liantu.library.parsing.tree import Items, Mapping, Node, Text

KeyPath = tuple[str | int, ...]
"""Keys and positions from the whole down to a value."""


def to_node(values: Plain) -> tuple[Node, tuple[KeyPath, ...]]:
    """The tree, and the path of each value by its line: values have lines of their own (from 1)
    to be told apart by. Texts are never taken for nothing, as those in quotes.
    """
    paths: list[KeyPath] = []
    return _node(values, (), paths), tuple(paths)


def to_plain(node: Node) -> Plain:
    """What a tree says, without its places; values that were refused are not in it."""
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return [to_plain(item) for item in node.items]
    return {key: to_plain(value) for key, value in node.values.items()}


def _node(values: Plain, path: KeyPath, paths: list[KeyPath]) -> Node:
    paths.append(path)
    line = len(paths)
    if isinstance(values, str):
        return Text(values, line, 1, plain=False)
    if isinstance(values, list):
        items = [_node(value, (*path, at), paths) for at, value in enumerate(values)]
        return Items(line, 1, items)
    found = Mapping(line, 1)
    for key, value in values.items():
        found.values[key] = child = _node(value, (*path, key), paths)
        found.keys[key] = Text(key, child.line, 1)
    return found
