"""What a form tells of: a thing, or a part of one, as the data hold it and as an edit makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from liantu.library.editing import Draft
from liantu.library.parsing.record import Record
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.target import Target

Path = tuple[str | int, ...]
Also = tuple[Draft, ...]


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was confirmed: all values, those that ``changes`` say otherwise than before, the
    id in ``key`` where the record is told of by one, and things that come with it.
    """

    values: Mapping[str, Any]
    changes: Mapping[str, Any]
    key: str = ""
    also: Also = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """``whole`` puts values (with the ``key``) into the draft of the thing they belong to and tells
    where; ``make`` the edit of a filled form. ``keys`` stand alone where not all fields are wanted;
    ``fresh``: it may be confirmed as it is. ``target`` is selected once it is there.
    ``lacking`` names the keys that are needed beside those that the record needs, ``field_of`` the
    field that a path in the draft is about, where it is not the first of it. ``first`` is the
    key of the field that is told at once, where it is not the first one.
    """

    title: str
    record: Record
    whole: Callable[[Atlas, Mapping[str, Any], str], tuple[Draft, Path]]
    make: Callable[[Atlas, Filled], Edit]
    values: Mapping[str, Any] = field(default_factory=dict)
    keys: tuple[str, ...] = ()
    keyed_by: str = ""
    key: str = ""
    fresh: bool = False
    hint: str = ""
    first: str = ""
    target: Target | None = None
    lacking: Callable[[Mapping[str, Any]], tuple[str, ...]] = lambda _: ()
    field_of: Callable[[Path], str] = lambda path: str(path[0])
