"""The words of a form: fields, choices, values in short, and what is wrong with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from liantu import wording
from liantu.issues import Issue
from liantu.library.edits.things import field_name
from liantu.library.fields.drill_fields import Recast
from liantu.library.fields.judgement_fields import Brief
from liantu.library.parsing.convert import (
    ChoiceValue,
    DateValue,
    FlagValue,
    IdValue,
    ListValue,
    NumberValue,
)
from liantu.library.parsing.record import Field, Keyed, Record, Spread
from liantu.ui.forms.knowing import Known
from liantu.ui.forms.layout import shown
from liantu.wording import table, text

_PREFIXES = (
    *("ui.status", "ui.project.state", "ui.kind", "ui.basis", "ui.mode", "standing.role"),
    *("standing.gate", "standing.effect", "ui.list"),
    *("scenario.measure", "ui.page", "ui.plan", "ui.view", "ui.detail", "ui.show.tell"),
    *("work.progress", "work.request", "work.visit", "work.meeting", "work.support", "memo.state"),
)
"""Where the words of choices stand; the first that knows all of them."""
_OWN = {
    "library.missing_key": "ui.form.missing",
    "library.empty_key": "ui.form.missing",
    "library.want_number": "ui.form.number",
    "library.number_dressed": "ui.form.number",
    "library.unknown_unit": "ui.form.unit",
    "library.unknown_product": "ui.form.unknown",
    "library.unknown_enterprise": "ui.form.unknown",
    "library.unknown_chain": "ui.form.unknown",
    "library.unknown_source": "ui.form.unknown",
}
"""What is said where the sentence of a file would speak of keys and lines."""
_DAY = re.compile(r"(\d{4})[年./-]?(?:(\d{1,2})[月./-]?(?:(\d{1,2})日?)?)?", re.ASCII)
_NUMBER = re.compile(r"[+-]?[\d.]+", re.ASCII)
_COUNTED = ("amount", "per_unit")
"""Keys of numbers that the unit beside them belongs to."""
PARTS = 4
"""So many fields tell a thing within another in one line."""


def caption(record: Record, item: Field) -> str:
    """What a field is called."""
    return field_name(record.name, item.key)


def choices(reader: ChoiceValue) -> dict[str, str]:
    """The values of a choice with their words."""
    values = [str(one) for one in reader.kind]
    known = table()
    told = [{value: f"{prefix}.{value}" for value in values} for prefix in _PREFIXES]
    for codes in (*told, {value: f"ui.form.route.{value}" for value in values}):
        if all(code in known for code in codes.values()):
            return {value: known[code] for value, code in codes.items()}
    return {value: value for value in values}


def flags() -> dict[str, str]:
    """The words for yes and no, of a flag that says nothing where it is not written."""
    return {value: text(f"ui.form.flag.{value}") for value in ("yes", "no")}


def trouble(issue: Issue) -> str:
    """What is wrong, said of a field and not of a file."""
    code = issue.code.removesuffix("_near")
    own = _OWN.get(code)
    return text(own, **issue.params) if own else wording.issue_text(issue)


def tidy(reader: Any, typed: str) -> str:
    """What was typed as a file would hold it: digits in half width, days with hyphens."""
    words = typed.strip()
    if isinstance(reader, NumberValue):
        plain = unicodedata.normalize("NFKC", words).replace(",", "").replace(" ", "")
        return plain if _NUMBER.fullmatch(plain) else words
    if isinstance(reader, DateValue):
        found = _DAY.fullmatch(unicodedata.normalize("NFKC", words))
        parts = [part.zfill(2) for part in found.groups() if part] if found else []
        return "-".join(parts) or words
    return words


def brief(record: Record, values: Any, known: Known) -> str:
    """A thing within another in one line: its first fields."""
    if not isinstance(values, Mapping):
        values = {record.fields[0].key: values}
    fields = [record.by_key[k] for k in shown(record) if k in record.by_key] or record.fields
    if found := values.get("unit"):
        values = {**values, "unit": ""}
        values |= {key: f"{values[key]} {found}" for key in _COUNTED if values.get(key)}
    told = (_told(item, values.get(item.key), known) for item in fields if item.key != "source")
    return " · ".join([words for words in told if words][:PARTS])


def _told(item: Field, value: Any, known: Known) -> str:  # noqa: PLR0911  one a kind
    if value in (None, "", [], {}):
        return ""
    match item.read:
        case IdValue() if item.read.refers:
            return known.name(item.read.refers, str(value))
        case ChoiceValue():
            return choices(item.read).get(str(value), str(value))
        case FlagValue():
            return field_name("", item.key) if value == "yes" else ""
        case ListValue():
            inner = Field(item.key, item.read.item)
            words = (_told(inner, one, known) for one in value)
            return text("edit.list.comma").join(word for word in words if word)
        case Record() | Spread() | Brief() | Recast() | Keyed():
            return _of_record(item.read, value, known)
        case _:
            return str(value)


def _of_record(reader: Any, value: Any, known: Known) -> str:
    if isinstance(reader, Keyed):
        if reader.refers:
            return text("edit.list.comma").join(known.name(reader.refers, key) for key in value)
        return text("edit.list.comma").join(brief(reader.record, v, known) for v in value.values())
    record = reader if isinstance(reader, Record) else reader.record
    return brief(record, value, known)
