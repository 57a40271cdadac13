"""A change of plain values → the few lines of a file that change with it.

Comments, order, indentation, quotes and the style of everything that stays, stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from liantu.library.parsing.convert import Plain
from liantu.library.parsing.tree import Items, Mapping, Node, Text
from liantu.library.writing import emitting
from liantu.library.writing.emitting import STEP


@dataclass(slots=True)
class Rewriter:
    """Collects the edits of one text; ``changed`` applies them."""

    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def change(self, node: Node, before: Plain, after: Plain, *, inside: bool = False) -> None:
        """Let what stands at ``node`` and reads as ``before`` read as ``after``; ``inside`` tells
        that it stands within brackets.
        """
        if before == after:
            return
        if isinstance(node, Mapping) and isinstance(before, dict) and isinstance(after, dict):
            known = not node.refused and before.keys() <= node.values.keys()
            if known and before.keys() & after.keys():
                self._change_mapping(node, before, after)
                return
        lists = isinstance(before, list) and isinstance(after, list) and bool(before and after)
        if isinstance(node, Items) and lists and len(node.items) == len(before):
            self._change_items(node, list(before), list(after))
            return
        self._replace(node, after, inside)

    def changed(self) -> str:
        """The text with all edits."""
        found = self.text
        for start, end, words in sorted(self.edits, reverse=True):
            found = found[:start] + words + found[end:]
        return found

    # -- mappings

    def _change_mapping(self, node: Mapping, before: dict[str, Any], after: dict[str, Any]) -> None:
        for key in before.keys() - after.keys():
            self._remove(node, key)
        for key in before.keys() & after.keys():
            self.change(node.values[key], before[key], after[key], inside=node.flow)
        new = [key for key in after if key not in before]
        last = ""
        for key, value in after.items():
            if key in new:
                self._insert(node, last, key, value)
            elif key in node.keys:
                last = key

    def _insert(self, node: Mapping, last: str, key: str, value: Plain) -> None:
        """A new entry behind the entry ``last``, before all others where that is empty."""
        if node.flow:
            words = f"{emitting.scalar(key, flow=True)}: {emitting.flow(value)}"
            self._into_flow(node, node.values[last].end if last else 0, words, bool(node.values))
            return
        indent = node.column - 1
        words = emitting.entry(key, value, indent)
        if not last:
            self.edits.append((node.start, node.start, f"{words}\n{' ' * indent}"))
            return
        at = self._line_end(self._end(node.values[last]))
        self.edits.append((at, at, f"\n{' ' * indent}{words}"))

    def _remove(self, node: Mapping, key: str) -> None:
        keys = list(node.keys)
        starts = [node.keys[k].start for k in keys]
        at = keys.index(key)
        end = self._end(node.values[key])
        if node.flow:
            self._out_of_flow(starts, at, end, [self._end(node.values[k]) for k in keys])
        else:
            self._out_of_block(starts, at, end)

    # -- lists

    def _change_items(self, node: Items, before: list[Any], after: list[Any]) -> None:
        old, new = [repr(one) for one in before], [repr(one) for one in after]
        steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if node.flow and any(tag != "equal" for tag, *_ in steps):
            self._rewrite_flow(node, before, after, steps)
            return
        for tag, a, b, c, d in steps:
            if tag == "equal":
                continue
            shared = min(b - a, d - c)
            for i in range(shared):
                self.change(node.items[a + i], before[a + i], after[c + i])
            for i in range(a + shared, b):
                self._remove_item(node, i)
            self._insert_items(node, a + shared, after[c + shared : d])

    def _rewrite_flow(
        self, node: Items, before: list[Any], after: list[Any], steps: list[Any]
    ) -> None:
        """The whole list anew; what stays is taken as it stands."""
        words: list[str] = []
        for tag, a, b, c, d in steps:
            if tag == "equal":
                words += [self.text[one.start : one.end] for one in node.items[a:b]]
            else:
                words += [emitting.flow(one) for one in after[c:d]]
        line = f"[{', '.join(words)}]"
        if "\n" in self.text[node.start : node.end]:
            line = self._folded(node, words)
        self.edits.append((node.start, node.end, line))

    def _folded(self, node: Items, words: list[str]) -> str:
        """A flow list over several lines, indented as it was."""
        line_start = self.text.rfind("\n", 0, node.start) + 1
        second = self.text.find("\n", node.start) + 1
        rest = self.text[second:]
        indent = len(rest) - len(rest.lstrip(" "))
        lines, line = [], "["
        room = emitting.LONGEST - (node.start - line_start)
        for at, word in enumerate(words):
            piece = word + ("," if at + 1 < len(words) else "]")
            if len(line) > 1 and len(line) + 1 + len(piece) > room:
                lines.append(line)
                line, room = "", emitting.LONGEST - indent
            line += (" " if line not in ("", "[") else "") + piece
        return f"\n{' ' * indent}".join([*lines, line])

    def _remove_item(self, node: Items, at: int) -> None:
        starts = [self._dash(one) for one in node.items]
        self._out_of_block(starts, at, self._end(node.items[at]))

    def _insert_items(self, node: Items, at: int, values: list[Any]) -> None:
        if not values:
            return
        dash = self._dash(node.items[0])
        indent = dash - (self.text.rfind("\n", 0, dash) + 1)
        pad = " " * indent
        like = node.items[min(at, len(node.items) - 1)]
        flat = isinstance(like, Mapping | Items) and like.flow
        lines = [self._item(one, indent, flat) for one in values]
        if at == 0:
            start = self._dash(node.items[0])
            self.edits.append((start, start, "".join(f"{line}\n{pad}" for line in lines)))
            return
        end = self._line_end(self._end(node.items[at - 1]))
        self.edits.append((end, end, "".join(f"\n{pad}{line}" for line in lines)))

    def _item(self, value: Plain, indent: int, flat: bool) -> str:
        if flat and emitting.is_flat(value):
            return f"- {emitting.flow(value)}"
        return emitting.item(value, indent)

    # -- places

    def _replace(self, node: Node, after: Plain, inside: bool) -> None:
        """Write a whole value anew, in the style in which it stood."""
        line_start = self.text.rfind("\n", 0, node.start) + 1
        end = self._end(node)
        flow_before = isinstance(node, Mapping | Items) and node.flow
        if isinstance(after, str):
            self.edits.append((node.start, end, self._text(node, after, line_start, inside)))
        elif after and not inside and self._is_nothing(node):
            head = self.text[line_start : node.start]
            indent = len(head) - len(head.lstrip(" -")) + STEP
            start = len(self.text[: node.start].rstrip(" "))
            words = emitting.block(after, indent)
            self.edits.append((start, end, f"\n{' ' * indent}{words}"))
        elif (flow_before or isinstance(node, Text)) and emitting.is_flat(after):
            bare = node.start == end and self.text[node.start - 1 : node.start] == ":"
            self.edits.append((node.start, end, " " * bare + emitting.flow(after)))
        elif not after:
            head = self.text[: node.start].rstrip()
            self.edits.append((len(head), end, f" {emitting.flow(after)}"))
        else:
            self.edits.append((node.start, end, emitting.block(after, node.start - line_start)))

    def _text(self, node: Node, after: str, line_start: int, within: bool) -> str:
        quote = self.text[node.start : node.start + 1]
        if isinstance(node, Text) and not node.plain and quote in "'\"" and "\n" not in after:
            if quote == '"' and after.isprintable() and "\\" not in after and '"' not in after:
                return f'"{after}"'
            if quote == "'" and after.isprintable():
                return "'" + after.replace("'", "''") + "'"
        if "\n" in after and not within:
            lead = len(self.text[line_start:]) - len(self.text[line_start:].lstrip(" -"))
            words = emitting.block(after, lead + STEP)
        else:
            words = emitting.scalar(after, flow=within)
        empty = node.start == self._end(node) and self.text[node.start - 1 : node.start] == ":"
        return f" {words}" if empty else words

    def _is_nothing(self, node: Node) -> bool:
        """Whether an empty list, mapping or text of a key stands here, which fills a block of lines
        once there is something in it.
        """
        words = self.text[node.start : self._end(node)]
        behind = self.text[: node.start].rstrip(" ").endswith(":")
        rest = self.text[self._end(node) : self._line_end(self._end(node))]
        return words in ("", "[]", "{}", "~", "null") and behind and not rest.strip()

    def _end(self, node: Node) -> int:
        """Where what was written ends, without the line end of a block of text."""
        return node.start + len(self.text[node.start : node.end].rstrip())

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found

    def _dash(self, node: Node) -> int:
        """Where the dash before an item stands."""
        return self.text.rfind("-", 0, node.start)

    def _into_flow(self, node: Mapping, end: int, words: str, some: bool) -> None:
        if end:
            self.edits.append((end, end, f", {words}"))
        else:
            self.edits.append((node.start + 1, node.start + 1, words + (", " if some else "")))

    def _out_of_flow(self, starts: list[int], at: int, end: int, ends: list[int]) -> None:
        if at > 0:
            self.edits.append((ends[at - 1], end, ""))
        elif len(starts) > 1:
            self.edits.append((starts[0], starts[1], ""))
        else:
            self.edits.append((starts[0], end, ""))

    def _out_of_block(self, starts: list[int], at: int, end: int) -> None:
        """Take whole lines; the first of an item gives its place to the next."""
        line_start = self.text.rfind("\n", 0, starts[at]) + 1
        alone = not self.text[line_start : starts[at]].strip()
        if alone:
            self.edits.append((line_start, min(self._line_end(end) + 1, len(self.text)), ""))
        else:
            self.edits.append((starts[at], starts[at + 1] if at + 1 < len(starts) else end, ""))
