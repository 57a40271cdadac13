"""Every sentence a user reads, looked up by code in ``resources/wording/*.json``.

Each JSON file is a flat object ``code -> template``; templates use ``{name}`` fields.
Values are inserted as they are and never parsed again, so ``{0}`` or ``%s`` inside a name
from a file stays literal.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from liantu import paths

if TYPE_CHECKING:
    from liantu.issues import Issue

_FIELD = re.compile(r"\{(\w+)\}")
_PATH_NOT_FOUND = 3
_LONGEST_PATH = 259
"""Of Windows, where nobody has switched longer ones on."""
_WINDOWS = {32: "ebusy", 33: "ebusy", 123: "ename", 206: "enametoolong"}
"""What the errors of Windows say that their ``errno`` does not: it calls a file that another
program holds a missing right, for instance.
"""


@cache
def table() -> Mapping[str, str]:
    """All templates of all wording files; a code defined twice is a programming error."""
    merged: dict[str, str] = {}
    for path in sorted(paths.resource("wording").glob("*.json")):
        for code, template in json.loads(path.read_text(encoding="utf-8")).items():
            if code in merged:
                raise ValueError(f"wording code defined twice: {code}")
            merged[code] = template
    return merged


def fields(template: str) -> frozenset[str]:
    """The names of the fields that a template needs."""
    return frozenset(_FIELD.findall(template))


def text(code: str, /, **params: object) -> str:
    """The sentence for ``code`` with ``params`` filled in.

    Raises ``KeyError`` for an unknown code or a missing parameter: both are bugs, caught by tests.
    """
    return _FIELD.sub(lambda match: str(params[match[1]]), table()[code])


def reason(error: OSError) -> str:
    """Why the system refused, in the user's language; the system's own words if unusual."""
    code = f"system.{_windows_name(error) or errno.errorcode.get(error.errno or 0, '').lower()}"
    return table().get(code) or error.strerror or type(error).__name__


def _windows_name(error: OSError) -> str:
    number = getattr(error, "winerror", None) or 0
    if number == _PATH_NOT_FOUND and len(str(error.filename or "")) > _LONGEST_PATH:
        return "enametoolong"
    return _WINDOWS.get(number, "")


def issue_text(issue: Issue) -> str:
    """The full sentence of an issue: cause, fix and what was not read, without the place."""
    words = text(issue.code, **issue.params)
    if not issue.lost:
        return words
    things = (text("library.lost.thing", kind=_kind(kind), name=name) for kind, name in issue.lost)
    return words + text("library.lost", things="、".join(thing.strip() for thing in things))


def _kind(kind: str) -> str:
    return text(f"library.kind.{kind}")
