"""What the rows of a list may be filtered by, and how many each value lets pass."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QPalette

from liantu.analysis.reading import Reading
from liantu.model.classes import ORDER
from liantu.telling import classes
from liantu.telling.lists.column import Block
from liantu.ui.lists.cells import badge_icon
from liantu.ui.lists.sieve import Sieve
from liantu.ui.lists.table import TableModel
from liantu.ui.pages.lists.side import Side
from liantu.wording import text

_STATES = ("state", "status", "standing", "severity")
"""Columns that say how far a thing is; a list has one of them."""


class Facets:
    """Fills the filters of a list, and reads what the user chose in them."""

    def __init__(self, side: Side) -> None:
        self._side = side

    def offer_places(self, reading: Reading) -> None:
        """Fields with the number of their chains, and the chains of the chosen one."""
        chains = reading.atlas.chains.values()
        fields = Counter(chain.field for chain in chains if chain.field)
        values = ((f, text("ui.list.value", value=f, count=n)) for f, n in fields.items())
        self._side.offer_places("field", values)
        self.offer_chains(reading)

    def offer_chains(self, reading: Reading) -> None:
        """The chains of the chosen field."""
        field, chains = self._side.value("field"), reading.atlas.chains.items()
        inside = ((key, c.label) for key, c in chains if not field or c.field == field)
        self._side.offer_places("chain", inside)

    def offer_values(self, model: TableModel, look: QPalette) -> None:
        """Certainty, classes and states of the rows, each where the list has them."""
        boxes, whole = self._side.boxes, model.whole_blocks()
        blocks = [b for b in Block if b is not Block.SECURED or whole[b]]
        words = {b.name: text(f"ui.facet.{b.name.lower()}") for b in blocks}
        boxes["certainty"].offer(words if model.item.block else {}, {})
        known = _values(model, _marked(model))
        kinds = {classes.word(w): w for w in ORDER if classes.word(w) in known}
        hollow = bool(whole[Block.PENDING])
        icons = {name: badge_icon(word, look, hollow=hollow) for name, word in kinds.items()}
        boxes["class"].offer({name: name for name in kinds}, icons)
        states = _values(model, _state(model))
        boxes["state"].offer({state: state for state in states}, {})
        self._side.show_place("county", shown=_has_county(model))

    def sieve(self, model: TableModel, words: str) -> Sieve:
        """What the user chose, with the words typed."""
        boxes = self._side.boxes
        hidden = {_state(model): boxes["state"].hidden, _marked(model): boxes["class"].hidden}
        return Sieve(
            words=words,
            chosen={"county": self._side.value("county")} if _has_county(model) else {},
            hidden={column: values for column, values in hidden.items() if column},
            blocks={Block[name] for name in boxes["certainty"].hidden},
        )

    def tell(self, model: TableModel, reading: Reading) -> None:
        """Count what each value lets pass, under all other filters."""
        boxes, blocks = self._side.boxes, model.block_counts()
        for name, box in boxes["certainty"].boxes.items():
            box.tell(blocks[Block[name]])
        for kind, column in (("class", _marked(model)), ("state", _state(model))):
            counts = model.counts(column) if column else Counter()
            for value, box in boxes[kind].boxes.items():
                box.tell(counts[value])
        if _has_county(model):
            order = reading.atlas.library.region.counties
            found = model.counts("county")
            known = [c for c in order if c in found] + [c for c in found if c not in order]
            values = ((c, text("ui.list.value", value=c, count=found[c])) for c in known)
            self._side.offer_places("county", values)


def counted_columns(model: TableModel) -> tuple[str, ...]:
    """The columns of which it is told how many rows have each value."""
    county = "county" if _has_county(model) else ""
    return tuple(filter(None, (_marked(model), _state(model), county)))


def _values(model: TableModel, column: str) -> dict[str, int]:
    return model.whole_values(column) if column else {}


def _has_county(model: TableModel) -> bool:
    return any(c.id == "county" for c in model.item.columns)


def _state(model: TableModel) -> str:
    """The column that says how far a thing is, or empty."""
    shown = {column.id for column in model.item.on_screen}
    return next((id_ for id_ in _STATES if id_ in shown), "")


def _marked(model: TableModel) -> str:
    """The column of the classes, or empty."""
    return next((c.id for c in model.item.columns if c.marks is not None), "")
