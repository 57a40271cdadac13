"""The scan over all names at once finds what asking every name finds, in the same order."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from liantu.telling.searching import matching, search
from liantu.telling.searching.search import Hit, Index
from tests.helpers.readings import loaded


@cache
def index() -> Index:
    return search.with_pinyin(search.build(loaded().atlas))


def asked_each(known: Index, typed: str) -> tuple[Hit, ...]:
    """The hits as they were found before: every name is asked."""
    query = matching.asked(typed)
    every = (search._worth(e, query, at) for at, e in enumerate(known.entries) if query)
    return tuple(known._hit(one) for one in sorted(filter(None, every)))


@cache
def pieces() -> tuple[str, ...]:
    """What people type: pieces of names and of how they are spelt, and of what stands beside."""
    found = dict[str, None]()
    for entry in index().entries[::7]:
        for key in (*entry.keys, entry.around):
            for line in (*key.plain.split("\n"), *key.spelt.split("\n")):
                bare = line.replace("|", "").replace("'", "")
                found.update(dict.fromkeys((bare[:1], bare[:3], bare[1:4], bare, bare[-2:])))
    return tuple(found)


LETTERS = st.text("abcdhjlnsuxz", min_size=1, max_size=4)
PIECE = st.deferred(lambda: st.sampled_from(pieces()))
WORD = st.one_of(PIECE, LETTERS, st.text("铝铜酸有限公司聚123.-| '", max_size=4))


@settings(deadline=None, max_examples=60)
@given(st.lists(WORD, min_size=1, max_size=3).map(" ".join))
def test_the_same_hits_in_the_same_order(typed: str) -> None:
    assert index().hits(typed) == asked_each(index(), typed)


@settings(deadline=None, max_examples=25)
@given(WORD.map(lambda typed: typed[:6]))
def test_key_by_key_as_well_as_at_once(typed: str) -> None:
    known = search._index(index().entries, index().called)
    for end in range(1, len(typed) + 1):
        assert known.hits(typed[:end]) == asked_each(index(), typed[:end])
