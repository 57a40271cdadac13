"""Doubts about the ledgers: days that cannot be, what nobody sees to, what stands twice, and what
belongs to a person and not into a ledger.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from liantu.issues import Issue
from liantu.library.checks.doubts import issue
from liantu.model import Atlas
from liantu.model.ledger_kinds import LEDGERS
from liantu.model.ledgers import Exit, Finding, Matter, Meeting, Progress, Request
from liantu.wording import text

_PRIVATE = re.compile(r"(?<!\d)(?:1[3-9]\d(?:[ -]?\d{4}){2}|\d{17}[\dXx])(?!\d)", re.ASCII)
"""A mobile number, or the number of an identity card."""
SHOWN = 24
"""Characters of a matter that name it."""


def progress(atlas: Atlas) -> Iterator[Issue]:
    """Matters whose status and days do not go together, or that nobody sees to."""
    for kind, matter in _matters(atlas):
        for code in _troubles(matter):
            yield _about(atlas, f"library.work_{code}", kind, matter)


def _troubles(matter: Matter) -> Iterator[str]:
    done = matter.status is Progress.DONE
    raised = matter.date if isinstance(matter, Meeting) else matter.raised
    if done and not matter.done:
        yield "undated"
    if matter.done and not done:
        yield "open"
    if _before(matter.due, raised):
        yield "due"
    if _before(matter.done, raised):
        yield "done"
    if done and not matter.result:
        yield "result"
    if not (done or matter.department):
        yield "department"


def _before(day: str, other: str) -> bool:
    """Whether a day is surely before another, each as exact as it was written."""
    exact = min(len(day), len(other))
    return bool(exact) and day[:exact] < other[:exact]


def counties(atlas: Atlas) -> Iterator[Issue]:
    """Matters, visits and policies of a county that the region does not list."""
    known = atlas.library.region.counties
    for kind, thing in _things(atlas):
        named = getattr(thing, "counties", (getattr(thing, "county", ""),))
        for county in named:
            if known and county and county not in known:
                yield _about(atlas, "library.work_county", kind, thing, county=county)


def repeated(atlas: Atlas) -> Iterator[Issue]:
    """One matter of one enterprise that is entered twice."""
    seen: dict[tuple[str, str, str, str], str] = {}
    for kind, matter in _matters(atlas):
        firm = getattr(matter, "enterprise", "") or getattr(matter, "owner", "")
        key = (kind, _bare(_name(matter)), firm, matter.chain)
        first = seen.setdefault(key, matter.id)
        if first != matter.id:
            yield _about(atlas, "library.work_twice", kind, matter, first=first)


def private(atlas: Atlas) -> Iterator[Issue]:
    """Texts in which a mobile number or that of an identity card stands."""
    for kind, thing in _things(atlas):
        if any(_PRIVATE.search(words) for words in _texts(thing)):
            yield _about(atlas, "library.work_private", kind, thing)


def terms(atlas: Atlas) -> Iterator[Issue]:
    """Policies and assignments that end before they begin, and policies that ask for nothing."""
    for policy in atlas.policies.values():
        if _before(policy.until, policy.since):
            yield _about(atlas, "library.work_until", "policy", policy)
        asked = (policy.honours, policy.chains, policy.counties, policy.products, policy.gates)
        if not (any(asked) or policy.other):
            yield _about(atlas, "library.work_unconditional", "policy", policy)
    for assignment in atlas.assignments.values():
        if _before(assignment.until, assignment.since):
            yield _about(atlas, "library.work_until", "assignment", assignment)


def _matters(atlas: Atlas) -> Iterator[tuple[str, Matter]]:
    for kind, thing in _things(atlas):
        if isinstance(thing, Request | Finding | Meeting | Exit):
            yield kind, thing


def _things(atlas: Atlas) -> Iterator[tuple[str, Any]]:
    for kind in LEDGERS:
        for thing in getattr(atlas, kind.attribute).values():
            yield kind.name, thing


def _texts(thing: Any) -> Iterator[str]:
    for item in fields(thing):
        value = getattr(thing, item.name)
        for words in value if isinstance(value, tuple) else (value,):
            if isinstance(words, str):
                yield unicodedata.normalize("NFKC", words)


def _name(thing: Any) -> str:
    """What names it: itself, else who or when it is."""
    keys = ("name", "text", "office", "date")
    found = (str(getattr(thing, key, "")) for key in keys)
    return next(filter(None, found), str(thing.id))


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _about(atlas: Atlas, code: str, kind: str, thing: Any, **params: str) -> Issue:
    name = _name(thing)
    if _PRIVATE.search(plain := unicodedata.normalize("NFKC", name)):
        name = _PRIVATE.sub("…", plain)
    told = {"kind": text(f"library.kind.{kind}"), "id": thing.id, "name": name[:SHOWN]}
    return issue(atlas, code, f"{kind}:{thing.id}", **told, **params)
