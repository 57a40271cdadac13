"""How an atlas changed → the files of its folder, in which only the lines concerned change."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from liantu.issues import Place, Severity
from liantu.library.difference import Changed, difference
from liantu.library.fields.format import FORMAT
from liantu.library.parsing.composer import compose
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import Plain
from liantu.library.parsing.encoding import decode
from liantu.library.parsing.nodes import to_plain
from liantu.library.parsing.tree import Items, Node
from liantu.library.parsing.tree import Mapping as Tree
from liantu.library.plain import ATTRIBUTES, LIBRARY_KIND, LISTED, plain_of, read, things
from liantu.library.writing import emitting
from liantu.library.writing.amending import amended
from liantu.library.writing.lines import as_it_was
from liantu.library.writing.rewriting import Rewriter
from liantu.model import Atlas

_LIBRARY_FILE = "library.yaml"
_ANSWERS_FILE = "verification.yaml"


class UnsoundError(ValueError):
    """A thing that is to change stands at ``place`` with problems: what was not read of it would
    be lost. Nothing was changed.
    """

    def __init__(self, place: Place) -> None:
        self.place = place
        super().__init__(str(place))


def rewritten(files: Mapping[str, bytes], before: Atlas, after: Atlas) -> dict[str, bytes]:
    """The files that change, by name, new ones too, so that they read as ``after``.

    ``files`` are all files of the folder by name, and read as ``before``. Raises
    :class:`UnsoundError`.
    """
    changes = difference(before, after)
    writer = _Writer(files, before, after)
    for change in changes:
        if change.kind not in LISTED:
            writer.take(change)
    for kind in dict.fromkeys(change.kind for change in changes):
        if kind in LISTED:
            writer.take_list(kind)
    return writer.written()


@dataclass(slots=True)
class _File:
    """A file on its way: its text, tree and values as they are, and the values to be."""

    name: str
    data: bytes = b""
    text: str = ""
    tree: Node = field(default_factory=lambda: Tree(1, 1))
    raw: dict[str, Any] = field(default_factory=dict)
    wanted: dict[str, Any] = field(default_factory=dict)

    def spot(self, *path: str) -> Place:
        """Where a value stands, or the file."""
        node: Node | None = self.tree
        for key in path:
            node = node.values.get(key) if isinstance(node, Tree) else None
        return Place(self.name, node.line, node.column) if node else Place(self.name)


class _Writer:
    def __init__(self, files: Mapping[str, bytes], before: Atlas, after: Atlas) -> None:
        self._files, self._before, self._after = files, before, after
        self._open: dict[str, _File] = {}

    def written(self) -> dict[str, bytes]:
        """What was taken, as bytes."""
        found = {file.name: _bytes(file) for file in self._open.values()}
        return {name: data for name, data in found.items() if data != self._files.get(name)}

    # -- one thing

    def take(self, change: Changed) -> None:
        """Let the file of a thing hold it as it is to be."""
        file = self._file(self._home(change))
        top, key = _keys(change.kind, change.id)
        held = file.wanted if not key else _within(file, top)
        name = key or top
        if change.before is None:
            held[name] = change.after
        elif change.after is None:
            self._sound(file, change)
            del held[name]
        else:
            self._sound(file, change)
            held[name] = amended(held[name], change.before, change.after)

    def _sound(self, file: _File, change: Changed) -> None:
        """The file says of the thing just what the atlas does."""
        top, key = _keys(change.kind, change.id)
        path = (top, key) if key else (top,)
        node: Node | None = file.tree
        for part in path:
            node = node.values.get(part) if isinstance(node, Tree) else None
        if node is None or not isinstance(file.tree, Tree):
            raise UnsoundError(file.spot(*path))
        context = Context(file.name)
        old = things(self._before, change.kind)[change.id]
        home = getattr(old, "home", "")
        found = read(change.kind, change.id, node, context, self._before.library, home)
        wrong = any(issue.severity is Severity.ERROR for issue in context.issues)
        if wrong or not _says(change, found):
            raise UnsoundError(file.spot(*path))

    # -- lists

    def take_list(self, kind: str) -> None:
        """Let the files hold the things of a kind without ids; new ones go where most are."""
        top = LISTED[kind]
        old = _by_file(things(self._before, kind).values())
        usual = max(old, key=lambda name: len(old[name]), default="") or self._holding(top)
        new = _by_file(things(self._after, kind).values(), usual or _ANSWERS_FILE)
        for name in dict.fromkeys((*old, *new)):
            was = [plain_of(kind, one) for one in old.get(name, ())]
            now = [plain_of(kind, one) for one in new.get(name, ())]
            if was != now:
                self._put_list(self._file(name), top, was, now)

    def _put_list(self, file: _File, top: str, was: Plain, now: Plain) -> None:
        raw = file.wanted.get(top) or []
        node = file.tree.values.get(top) if isinstance(file.tree, Tree) else None
        held = len(node.items) if isinstance(node, Items) else 0
        if held != len(was) or not isinstance(raw, list):
            raise UnsoundError(file.spot(top))
        file.wanted[top] = amended(raw, was, now)

    # -- which file

    def _home(self, change: Changed) -> str:
        """The name of the file that holds a thing, or is to hold it."""
        place = self._before.places.get(f"{change.kind}:{change.id}")
        if place is not None:
            return place.file
        if change.kind == LIBRARY_KIND:
            return self._holding(LIBRARY_KIND) or _LIBRARY_FILE
        if change.kind == "chain":
            return self._free(f"{len(self._after.chains):02d}-{change.id}")
        if change.kind == "product":
            return self._file_of_chain(self._after.products[change.id].home)
        if change.kind in ("scenario", "story"):  # a file each, so that one can be handed on
            return self._own(change)
        return self._usual(change.kind)

    def _own(self, change: Changed) -> str:
        """A file of its own; that of one that was taken away holds it again."""
        top = ATTRIBUTES[change.kind]
        name = f"{top}/{change.id}.yaml"
        data = self._files.get(name, b"")
        left = f"{top}: {{}}".encode() in data and name not in self._open
        return name if left and not self._file(name).raw.get(top) else self._free(name[:-5])

    def _file_of_chain(self, chain: str) -> str:
        place = self._before.places.get(f"chain:{chain}")
        if place is not None:
            return place.file
        new = next((f.name for f in self._open.values() if _names(f, chain)), "")
        return new or self._usual("product")

    def _usual(self, kind: str) -> str:
        """The file that holds most things of a kind; products in one of a chain are the chain's."""
        places = self._before.places.items()
        chains = {p.file for key, p in places if key.startswith("chain:") and kind == "product"}
        found = (p.file for key, p in places if key.startswith(f"{kind}:"))
        held = Counter(file for file in found if file not in chains)
        most = max(sorted(held), key=lambda name: held[name], default="")
        if most or kind == "product":
            return most or self._free(ATTRIBUTES[kind])
        return self._holding(ATTRIBUTES[kind]) or f"{ATTRIBUTES[kind]}.yaml"

    def _holding(self, top: str) -> str:
        """The first file with a key at its top, or an empty text."""
        mark = f"{top}:".encode()
        likely = (n for n in self._files if mark in self._files[n])
        return next((name for name in likely if top in self._file(name).raw), "")

    def _free(self, stem: str) -> str:
        taken = {name.casefold() for name in (*self._files, *self._open)}
        name = f"{stem}.yaml"
        return name if name.casefold() not in taken else f"{stem}-2.yaml"

    def _file(self, name: str) -> _File:
        if name not in self._open:
            data = self._files.get(name)
            new = _File(name, wanted={"format": str(FORMAT)})
            self._open[name] = new if data is None else _opened(name, data)
        return self._open[name]


def _opened(name: str, data: bytes) -> _File:
    context = Context(name)
    text = decode(data, context)
    tree = compose(text, context) if text is not None else None
    raw = None if tree is None else to_plain(tree)
    if text is None or tree is None or not isinstance(raw, dict):
        raise UnsoundError(context.issues[0].place if context.issues else Place(name))
    return _File(name, data, text, tree, raw, copy.deepcopy(raw))


def _bytes(file: _File) -> bytes:
    if not file.data:
        return f"{emitting.block(file.wanted, 0)}\n".encode()
    if file.wanted == file.raw:
        return file.data
    rewriter = Rewriter(file.text)
    rewriter.change(file.tree, file.raw, file.wanted)
    return as_it_was(file.data, file.text, rewriter.changed())


def _keys(kind: str, id_: str) -> tuple[str, str]:
    """The key at the top of a file and, below it, that of a thing; empty where it is alone."""
    return (kind, "") if kind in (LIBRARY_KIND, "chain") else (ATTRIBUTES[kind], id_)


def _within(file: _File, top: str) -> dict[str, Any]:
    """What a file is to hold below a key at its top; an empty key holds nothing yet."""
    held = file.wanted.get(top)
    if not isinstance(held, dict):
        held = file.wanted[top] = {}
    return held


def _says(change: Changed, found: Any) -> bool:
    """Whether a thing as read from its file is the one that changes. Chains without a place in the
    order of the library are added to it as it is read.
    """
    if found is None or change.before is None:
        return False
    said, known = plain_of(change.kind, found), dict(change.before)
    if change.kind == LIBRARY_KIND:
        said.pop("chains", None)
        known.pop("chains", None)
    return said == known


def _names(file: _File, chain: str) -> bool:
    held = file.wanted.get("chain")
    return isinstance(held, dict) and held.get("id") == chain


def _by_file(found: Iterable[Any], usual: str = "") -> dict[str, list[Any]]:
    files: dict[str, list[Any]] = {}
    for thing in found:
        known = thing.place.file if thing.place else ""
        files.setdefault(known if known.endswith((".yaml", ".yml")) else usual, []).append(thing)
    return files
