"""Random edits: the files written back read as what was edited, and only they change."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from liantu import paths
from liantu.issues import Severity
from liantu.library.difference import difference, same
from liantu.library.editing import Draft, edited, new_id, trial
from liantu.library.plain import ALL, ids, plain, things
from liantu.library.reader import load_files, read_folder
from liantu.library.writing.writer import rewritten
from liantu.model import Atlas

WORDS = ("新的说明：甲乙", "3.5", "yes", "2025-03", "- a: b # c", "两行\n文字", "万吨/年")


@cache
def _files() -> dict[str, bytes]:
    return read_folder(paths.shipped_chains())


@cache
def _atlas() -> Atlas:
    return load_files(_files()).atlas


def _leaves(values: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(values, str):
        yield path
        return
    inner = values.items() if isinstance(values, dict) else enumerate(values)
    for key, value in inner:
        yield from _leaves(value, (*path, key))


def draft_of(atlas: Atlas, rnd: random.Random) -> Draft | None:
    """A thing changed, added or taken away at random; ``None`` where the reader refuses it."""
    kind = rnd.choice([kind for kind in ALL if ids(atlas, kind)])
    id_ = rnd.choice(ids(atlas, kind))
    values = copy.deepcopy(plain(atlas, kind, id_) or {})
    chance = rnd.random()
    if chance < 0.08 and kind not in ("library", "chain"):
        return Draft(kind, id_, None)
    if chance < 0.15 and kind not in ("library", "chain", "answer", "declaration"):
        home = getattr(things(atlas, kind)[id_], "home", "")
        return Draft(kind, new_id(atlas, kind, rnd.choice(("", "x", "new"))), values, home)
    _change(values, rnd.choice(list(_leaves(values))), rnd)
    draft = Draft(kind, id_, values)
    bad = [f for f in trial(atlas, draft) if f.issue.severity is Severity.ERROR]
    return None if bad else draft


def _change(values: Any, path: tuple[Any, ...], rnd: random.Random) -> None:
    held = values
    for key in path[:-1]:
        held = held[key]
    if rnd.random() < 0.3 and isinstance(held, list):
        held.insert(rnd.randrange(len(held) + 1), rnd.choice(held))
    elif rnd.random() < 0.3 and isinstance(held, dict):
        del held[path[-1]]
    else:
        held[path[-1]] = rnd.choice((*WORDS, f"{held[path[-1]]}改"))


@pytest.mark.parametrize("seed", range(12))
def test_what_was_edited_is_what_is_read_again(seed: int) -> None:
    rnd = random.Random(seed)
    before = after = _atlas()
    for _ in range(rnd.choice((1, 3, 12))):
        draft = draft_of(after, rnd)
        after = edited(after, [draft]) if draft else after
    written = rewritten(_files(), before, after)
    again = load_files({**_files(), **written})
    assert same(again.atlas, after), [c.id for c in difference(after, again.atlas)]
    assert not [i for i in again.issues if i.severity is Severity.ERROR]
    assert bool(written) == bool(difference(before, after))
