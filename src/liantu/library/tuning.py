"""Changes to the settings of a folder: thresholds, weights and list templates (``library.yaml``).

All are functions of an atlas that keep what they do not speak of, in the words of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from liantu.library.editing import Draft, edited
from liantu.library.fields.format import LIST_SET
from liantu.library.plain import LIBRARY_KIND, plain
from liantu.model import Atlas, ListSet
from liantu.model.boards import DEFAULT_WEIGHTS, Board
from liantu.numerals import plain as number

Values = dict[str, Any]


def with_threshold(atlas: Atlas, key: str, value: float | None) -> Atlas:
    """The folder with another ``thin``, ``utilisation`` or ``stale_before``; ``None``: the usual
    one. Raises ``RefusedError``.
    """
    return _changed(
        atlas, lambda values: _put(values, key, None if value is None else number(value))
    )


def with_weight(atlas: Atlas, board: Board, criterion: str, points: float) -> Atlas:
    """The folder with other points of a criterion; those that are as usual are not written where
    they were not.
    """

    def change(values: Values) -> None:
        own = values.setdefault("weights", {}).setdefault(str(board), {})
        if points == DEFAULT_WEIGHTS[board][criterion] and criterion not in own:
            return
        own[criterion] = number(points)

    return _changed(atlas, change)


def with_usual_judgement(atlas: Atlas) -> Atlas:
    """The folder with the thresholds and weights that hold where nothing is said of them."""

    def change(values: Values) -> None:
        for key in ("thin", "utilisation", "weights"):
            _put(values, key, None)

    return _changed(atlas, change)


def with_template(atlas: Atlas, id_: str, values: Mapping[str, Any] | None) -> Atlas:
    """The folder with a list template as its file would hold it; ``None``: without it. A new
    default takes the place of the one before.
    """

    def change(whole: Values) -> None:
        lists = whole.setdefault("lists", {})
        if values is None:
            lists.pop(id_, None)
        else:
            lists[id_] = {**values}
        for other, one in lists.items():
            if values is not None and values.get("default") == "yes" and other != id_:
                one.pop("default", None)
        if not lists:
            del whole["lists"]

    return _changed(atlas, change)


def template_values(item: ListSet) -> Values:
    """A list template as its file would hold it."""
    found = LIST_SET.write(item)
    assert isinstance(found, dict)
    return found


def free_template_id(atlas: Atlas) -> str:
    """An id for a new list template."""
    taken = {id_.casefold() for id_ in atlas.library.lists}
    return next(id_ for n in range(1, len(taken) + 2) if (id_ := f"own{n}") not in taken)


def _put(values: Values, key: str, value: Any) -> None:
    if value is None:
        values.pop(key, None)
    else:
        values[key] = value


def _changed(atlas: Atlas, change: Callable[[Values], None]) -> Atlas:
    values = deepcopy(plain(atlas, LIBRARY_KIND, LIBRARY_KIND)) or {}
    change(values)
    weights = values.get("weights", {})
    values = {k: v for k, v in values.items() if k != "weights" or any(weights.values())}
    return edited(atlas, [Draft(LIBRARY_KIND, LIBRARY_KIND, values)])
