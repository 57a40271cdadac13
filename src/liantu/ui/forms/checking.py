"""What is wrong with a page of a form, by the same rules as the reader of the files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from liantu.issues import Severity
from liantu.library.editing import Fault, trial
from liantu.ui.forms.panel import Panel
from liantu.ui.forms.subject import Path, Subject
from liantu.ui.forms.words import caption, trouble
from liantu.wording import text

_ABSENT = ("library.missing_key", "library.empty_key")


@dataclass(slots=True)
class Found:
    """``faults`` and ``doubts`` by key, ``needed`` the names of fields that must be told, ``rest``
    what is wrong elsewhere in the thing.
    """

    faults: dict[str, str] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)
    needed: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Whether it may be confirmed."""
        return not (self.faults or self.needed or self.rest)

    @property
    def words(self) -> str:
        """Why it may not be confirmed; empty where it may."""
        if self.needed:
            return text("ui.form.lacks", names=text("edit.list.comma").join(self.needed))
        if self.faults:
            return text("ui.form.wrong", count=len(self.faults))
        return self.rest[0] if self.rest else ""


def check(subject: Subject, panel: Panel) -> Found:
    """Try what the page says."""
    found = Found(faults=dict(panel.troubles))
    if "" in panel.inputs and not panel.key:
        found.needed.append(panel.inputs[""].name)
        absent = (f for f in panel.record.fields if f.required and f.key not in panel.value())
        found.needed += [caption(panel.record, item) for item in absent]
        return found
    values = panel.value()
    draft, prefix = subject.whole(panel.known.atlas, values, panel.key)
    sort(trial(panel.known.atlas, draft), prefix, subject, panel, found)
    for key in subject.lacking(values):
        _need(key, panel, found)
    _doubt_name(subject, panel, found)
    return found


def sort(
    faults: Iterable[Fault], prefix: Path, subject: Subject, panel: Panel, found: Found
) -> None:
    """Lay each fault beside the field that it is about."""
    for fault in faults:
        bad = fault.issue.severity is Severity.ERROR
        if fault.path[: len(prefix)] != prefix:
            if bad and not prefix:
                found.rest.append(trouble(fault.issue))
            continue
        inner = fault.path[len(prefix) :]
        key = subject.field_of(inner) if inner else ""
        if fault.issue.code in _ABSENT and not inner[1:]:
            _need(key or str(fault.issue.params["key"]), panel, found)
        elif inner and key in panel.inputs:
            into = found.faults if bad else found.doubts
            into.setdefault(key, _told(fault, inner))
        elif bad:
            found.rest.append(trouble(fault.issue))


def _need(key: str, panel: Panel, found: Found) -> None:
    item = panel.record.by_key.get(key)
    name = caption(panel.record, item) if item is not None else key
    if key in found.faults:
        return
    if name not in found.needed:
        found.needed.append(name)


def _told(fault: Fault, inner: Path) -> str:
    words = trouble(fault.issue)
    at = next((part for part in inner[1:] if isinstance(part, int)), None)
    return words if at is None else text("ui.form.row", at=at + 1, words=words)


def _doubt_name(subject: Subject, panel: Panel, found: Found) -> None:
    """Another thing of the same name is told, for it may be the same one."""
    if panel.record.name not in ("product", "enterprise") or "name" not in panel.inputs:
        return
    own = subject.target.id if subject.target else ""
    name = str(panel.value().get("name", ""))
    other = panel.known.same_name(panel.record.name, name, own) if name else ""
    if other:
        found.doubts.setdefault("name", text("ui.form.same_name", name=other))
