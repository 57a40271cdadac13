"""Verbs of scenarios: keep how the city is looked at, rename, copy, note, take away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from liantu.issues import Issue, Place, Severity
from liantu.library.editing import Draft, Fault, RefusedError, new_id
from liantu.library.edits.removing import remove
from liantu.library.edits.things import set_note
from liantu.library.edits.values import Values, changing, edit, gone, name_of
from liantu.library.plain import plain_of
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.model.scenario import Scenario
from liantu.wording import text

KIND = "scenario"


def fresh(atlas: Atlas, scenario: Scenario, name: str, note: str | None = None) -> Scenario:
    """The same assumptions as a new scenario of this name, with an id that none has; without a
    ``note`` that of the scenario stays.
    """
    id_ = new_id(atlas, KIND, name if name.isascii() else "")
    return replace(scenario, id=id_, name=name, note=scenario.note if note is None else note)


def keep(atlas: Atlas, scenario: Scenario) -> Edit:
    """Keep a scenario under its id, new or as it is to be now, and look at it."""
    known = scenario.id in atlas.scenarios
    code = "edit.scenario.kept" if known else "edit.scenario.new"

    def drafts(now: Atlas) -> tuple[Draft, ...]:
        _free(now, scenario.id, scenario.name)
        return (Draft(KIND, scenario.id, plain_of(KIND, scenario)),)

    return replace(edit(text(code, name=scenario.name), drafts), look=scenario)


def rename(atlas: Atlas, id_: str, name: str) -> Edit:
    """Another name; id and file stay. It is refused where another scenario has the name."""
    alter = changing(KIND, id_, lambda values: _put_name(values, name))

    def drafts(now: Atlas) -> tuple[Draft, ...]:
        _free(now, id_, name)
        return alter(now)

    return edit(text("edit.renamed", old=name_of(atlas, KIND, id_), name=name), drafts)


def duplicate(atlas: Atlas, id_: str, name: str) -> Edit:
    """The same assumptions once more under another name."""
    new = new_id(atlas, KIND, name if name.isascii() else "")

    def drafts(now: Atlas) -> tuple[Draft, ...]:
        found = now.scenarios.get(id_)
        if found is None:
            raise gone(KIND, id_)
        _free(now, new, name)
        return (Draft(KIND, new, plain_of(KIND, replace(found, id=new, name=name))),)

    return edit(text("edit.scenario.copied", old=name_of(atlas, KIND, id_), name=name), drafts)


def delete(atlas: Atlas, id_: str) -> Edit:
    """Take a scenario away; its file stays where it holds others, else it stays empty."""
    return remove(atlas, KIND, id_)


def note(atlas: Atlas, id_: str, words: str) -> Edit:
    """The note of a scenario; an empty one takes it away."""
    return set_note(atlas, KIND, id_, words)


def is_taken(atlas: Atlas, id_: str, name: str) -> bool:
    """Whether a scenario other than ``id_`` goes by this name, or 现状 does."""
    others = (one.name for one in atlas.scenarios.values() if one.id != id_)
    return name in (text("ui.scenario.now"), *others)


def free_name(atlas: Atlas, name: str) -> str:
    """``name``, or with a number behind where a scenario has it."""
    count, found = 2, name
    while is_taken(atlas, "", found):
        found = text("ui.scenario.copy", name=name, count=count)
        count += 1
    return found


def _free(atlas: Atlas, id_: str, name: str) -> None:
    """Raises ``RefusedError`` where the name is that of another scenario."""
    if is_taken(atlas, id_, name):
        issue = Issue("edit.scenario.taken", Severity.ERROR, Place(""), {"name": name})
        raise RefusedError([Fault(Draft(KIND, id_, {}), ("name",), issue)])


def _put_name(values: Values, name: str) -> None:
    values["name"] = name


def take_in(found: Sequence[Scenario]) -> Edit:
    """Keep scenarios of a colleague, each as a new one under a name that none has."""

    def change(atlas: Atlas) -> Atlas:
        for one in found:
            made = fresh(atlas, one, free_name(atlas, one.name))
            atlas = keep(atlas, made).change(atlas)
        return atlas

    names = text("edit.list.comma").join(one.name for one in found)
    return Edit(text("edit.scenario.taken_in", names=names), change)
