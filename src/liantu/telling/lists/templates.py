"""The list templates of a data folder, and the columns that they ask for in vain."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.issues import Issue, Place, Severity
from liantu.model import Atlas, ListSet, ListSheet
from liantu.model.boards import Board
from liantu.model.classes import SINGLY
from liantu.telling.health import loop_issues
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import UnknownIdError
from liantu.wording import text

DEFAULT = (
    *SINGLY,
    *Board,
    *("survey", "shortlist", "balance", "projects", "enterprises", "matches", "sources"),
)
"""The sheets of a folder without templates."""


def templates(atlas: Atlas) -> dict[str, ListSet]:
    """The list templates of the data folder, or the built-in one where it has none."""
    if atlas.library.lists:
        return dict(atlas.library.lists)
    sheets = tuple(ListSheet(LISTS[kind].title, kind) for kind in DEFAULT)
    return {"default": ListSet("default", text("brief.sheet.default"), sheets)}


def chosen(atlas: Atlas, template: str = "") -> ListSet:
    """A template by id (raises ``KeyError``); the first one where none is named."""
    known = templates(atlas)
    return known[template] if template else next(iter(known.values()))


def late_issues(atlas: Atlas) -> tuple[Issue, ...]:
    """The problems that the reading of the files cannot find: columns that no list has, and
    loops.
    """
    return (*_column_issues(atlas), *loop_issues(atlas))


def _column_issues(atlas: Atlas) -> Iterator[Issue]:
    """Every column that a template asks for and its list has not."""
    for template in atlas.library.lists.values():
        place = atlas.places.get(f"list:{template.id}", Place("library.yaml"))
        for sheet in template.sheets:
            for wrong in sheet.columns:
                try:
                    LISTS[sheet.kind].column(wrong)
                except UnknownIdError as error:
                    params = {"sheet": sheet.title, "id": wrong, "near": "、".join(error.near)}
                    yield Issue("library.list_column", Severity.ERROR, place, params)
