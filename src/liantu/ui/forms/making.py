"""The field of a form for each kind of declared value."""

from __future__ import annotations

from typing import Any

from liantu.library.fields.drill_fields import Recast
from liantu.library.fields.judgement_fields import Brief
from liantu.library.parsing.convert import (
    ChoiceValue,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    NumberValue,
    TextValue,
)
from liantu.library.parsing.record import Field, Keyed, Record, Spread
from liantu.ui.forms.inputs import ChoiceInput, FlagInput, Input, LineInput, TextInput, hint_of
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.picker import Picker
from liantu.ui.forms.several import PickList, Told
from liantu.ui.forms.words import caption, choices, flags
from liantu.wording import text

SHORT = 200
"""Texts up to this limit are one line."""


def make_input(record: Record, item: Field, known: Known) -> Input | None:  # noqa: PLR0911
    """The field for a key, one of each kind; ``None`` for a value that has no form (members)."""
    name, reader = caption(record, item), item.read
    if known.options(record.name, item.key, {}) is not None:
        return ChoiceInput(name, {}, needed=item.required)
    match reader:
        case FlagValue() if record.usual(item) is None:
            return ChoiceInput(name, flags(), needed=item.required)
        case FlagValue() if record.usual(item) is True:
            return ChoiceInput(name, flags(), needed=False, usual="yes")
        case FlagValue():
            return FlagInput(name)
        case ChoiceValue():
            return ChoiceInput(
                name, choices(reader), needed=item.required, usual=_usual(record, item)
            )
        case DateValue():
            return LineInput(name, reader, text("ui.form.day"), narrow=True)
        case NumberValue():
            return LineInput(name, reader, hint_of(reader, needed=item.required), narrow=True)
        case TextValue():
            return LineInput(name, reader) if reader.limit <= SHORT else TextInput(name)
        case IdValue() if reader.refers:
            return Picker(name, reader.refers, known)
        case ListValue():
            return _several(name, reader.item, known)
        case _:
            return _told(name, reader, known)


def _usual(record: Record, item: Field) -> str:
    """The word that holds where the key is not written; empty where there is none."""
    default = record.usual(item)
    return str(default) if isinstance(default, str) else ""


def _several(name: str, item: Any, known: Known) -> Input | None:
    if isinstance(item, IdValue) and item.refers:
        return PickList(name, item.refers, known, adds=item.refers == "source")
    if isinstance(item, TextValue):
        return TextInput(name, text("ui.form.each"), each=True)
    record = item.record if isinstance(item, Brief | Recast) else item
    return Told(name, record, known) if isinstance(record, Record) else None


def _told(name: str, reader: Any, known: Known) -> Input | None:
    match reader:
        case Record():
            return Told(name, reader, known, one=True)
        case Spread() | Brief():
            return Told(name, reader.record, known, one=True)
        case Keyed():
            return Told(name, reader.record, known, keyed=True)
        case _:
            return None
