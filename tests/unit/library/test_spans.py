"""Every node of a file knows where it stands: the text cut out there reads as the same node."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from liantu import paths
from liantu.issues import Severity
from liantu.library.parsing import composer
from liantu.library.parsing.composer import compose
from liantu.library.parsing.context import Context
from liantu.library.parsing.encoding import decode
from liantu.library.parsing.tree import Items, Mapping, Node, Text

FILES = sorted(paths.shipped_chains().glob("*.yaml"))


def nodes(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Items):
        for child in node.items:
            yield from nodes(child)
    elif isinstance(node, Mapping):
        for key, child in node.values.items():
            yield node.keys[key]
            yield from nodes(child)


def value(node: Node | None) -> object:
    """A node without its places."""
    if isinstance(node, Items):
        return [value(child) for child in node.items]
    if isinstance(node, Mapping):
        return {key: value(child) for key, child in node.values.items()}
    return "" if node is None else node.value


def cut(text: str, node: Node) -> str:
    """The text of a node in lines as it would stand alone: without what its place indents."""
    whole = text[node.start : node.end]
    return textwrap.dedent(" " * (node.column - 1) + whole)


def again(text: str) -> object:
    context = Context("cut.yaml", text.split("\n"))
    found = value(compose(text, context))
    assert [i for i in context.issues if i.severity is Severity.ERROR] == []
    return found


def read(text: str) -> Node:
    tree = compose(text, Context("f.yaml", text.split("\n")))
    assert tree is not None
    return tree


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_every_span_of_the_shipped_files_cuts_what_reads_the_same(path: Path) -> None:
    text = decode(path.read_bytes(), Context(path.name))
    assert text is not None
    for node in nodes(read(text)):
        lines = text[node.start : node.end].count("\n")
        if isinstance(node, Text) or lines < 40:
            assert again(cut(text, node)) == value(node), (path.name, node.line)
        assert text.count("\n", 0, node.start) + 1 == node.line


ODD = """\
# 注
a: {b: [1, "二", '三'], c: }   # 后注
d:

  # 内注
  - x: 1
    y: |
      多行
      文字

    # 尾注
  - "双\u2028行"
e: 折成
  两行
f:
g: 𬭎
"""


@pytest.mark.parametrize("pure", [False, True])
def test_odd_nodes_have_spans(monkeypatch: pytest.MonkeyPatch, pure: bool) -> None:
    if pure:
        monkeypatch.setattr(composer, "_parser", composer._PureParser)
    tree = read(ODD)
    assert isinstance(tree, Mapping)
    cuts = {key: ODD[node.start : node.end] for key, node in tree.values.items()}
    assert cuts["a"] == "{b: [1, \"二\", '三'], c: }"
    assert cuts["d"].startswith("- x: 1")
    assert cuts["d"].endswith('"双\u2028行"')
    assert cuts["e"] == "折成\n  两行"
    assert (cuts["f"], cuts["g"]) == ("", "𬭎")
    keys = {key: ODD[node.start : node.end] for key, node in tree.keys.items()}
    assert keys == {key: key for key in "adefg"}
    for node in nodes(tree):
        if node.line < 6:
            assert again(cut(ODD, node)) == value(node)
