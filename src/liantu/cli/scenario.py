"""``scenario``: the ways to look at the city that a folder keeps, told and changed."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.cli.changing import change, own_folder
from liantu.cli.parsing import BAD_DATA, GOOD, NOT_WRITTEN, say
from liantu.cli.usage import SCENARIO_FILES, UsageError, data_code, emit, known_scenario, read
from liantu.cli.writing import known_suffix, written
from liantu.document.view import plain_scenario
from liantu.library.editing import RefusedError
from liantu.library.edits import scenarios
from liantu.library.keeping import SavingError
from liantu.library.scenarios import file_of
from liantu.library.writing.writer import UnsoundError
from liantu.model.edits import Edit
from liantu.model.scenario import Scenario
from liantu.render.export import replace_file
from liantu.telling.assumed import assumptions_of, in_full
from liantu.telling.scenarios import beside, idle
from liantu.telling.versions.classes import class_rows
from liantu.telling.versions.comparison import Comparison
from liantu.telling.versions.summary import numbers, sentence
from liantu.wording import text

WANTED = {"list": 0, "show": 1, "copy": 2, "rename": 2, "note": 2, "delete": 1, "export": 2}
"""What can be done, and how many words follow."""


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked with the scenarios of a folder."""
    folder, action, names = _split(arguments.words)
    if action in ("list", "show"):
        return _tell(folder, names, arguments)
    if action == "export":
        return _export(folder, names[0], Path(names[1]))
    return _change(own_folder(folder), action, names, as_json=arguments.json)


def _split(words: Sequence[str]) -> tuple[Path | None, str, Sequence[str]]:
    """Folder, action and what follows. Raises :class:`UsageError`."""
    folder = None if words[0] in WANTED else Path(words[0])
    rest = words if folder is None else words[1:]
    if not rest or rest[0] not in WANTED:
        raise UsageError("cli.scenario.action", known="、".join(WANTED))
    action, *names = rest
    if len(names) != WANTED[action]:
        raise UsageError(f"cli.scenario.{action}")
    return folder, action, names


# -- telling


def _tell(folder: Path | None, names: Sequence[str], arguments: argparse.Namespace) -> int:
    loaded = read(folder)
    reading = Reading.of(loaded.atlas, Scenario(date=arguments.date))
    chosen = [known_scenario(loaded.atlas, name) for name in names]
    kept = chosen or list(loaded.atlas.scenarios.values())
    documents = [_document(reading, scenario, whole=bool(chosen)) for scenario in kept]
    if arguments.json:
        emit({"scenarios": documents} if not chosen else documents[0])
    elif chosen:
        print("\n".join(_lines(reading, chosen[0])))
    else:
        print("\n".join(_row(reading, one) for one in kept) or text("cli.scenario.none"))
    return data_code(loaded)


def _row(reading: Reading, scenario: Scenario) -> str:
    """A scenario of the list in one line; what of it changes nothing is told by ``show``."""
    code = "cli.scenario.doubtful" if [*idle(reading.base, scenario)] else "cli.scenario.usable"
    words = "；".join(assumptions_of(reading.base, scenario))
    parts = (scenario.id, scenario.name, words, text(code))
    return "\t".join(parts)


def _lines(reading: Reading, scenario: Scenario) -> Iterator[str]:
    found = beside(reading, scenario)
    yield text("cli.scenario.head", name=scenario.name, date=found.after.reading.date)
    if scenario.note:
        yield scenario.note
    yield from (f"- {words}" for words in in_full(reading.base, scenario))
    yield from (f"! {words}" for words in idle(reading.base, scenario))
    yield ""
    yield sentence(found)
    for one in numbers(found):
        if one.before != one.after:
            yield text("cli.scenario.number", name=one.words, before=one.before, after=one.after)
    for row in class_rows(found):
        yield text("cli.scenario.turned", name=row.name, before=row.before, after=row.after)


def _document(reading: Reading, scenario: Scenario, *, whole: bool) -> dict[str, object]:
    doubts = [*idle(reading.base, scenario)]
    told: dict[str, object] = {
        "id": scenario.id,
        "name": scenario.name,
        "note": scenario.note,
        "date": scenario.date,
        "assumptions": [*in_full(reading.base, scenario)],
        "values": plain_scenario(scenario.unnamed),
        "usable": not doubts,
        "doubts": doubts,
    }
    return told | (_effect(beside(reading, scenario)) if whole else {})


def _effect(found: Comparison) -> dict[str, object]:
    return {
        "looked_at": found.after.reading.date,
        "sentence": sentence(found),
        "numbers": [
            {"name": one.words, "before": one.before, "after": one.after} for one in numbers(found)
        ],
        "classes": [
            {"product": row.product, "name": row.name, "before": row.before, "after": row.after}
            for row in class_rows(found)
        ],
    }


# -- changing


def _change(folder: Path, action: str, names: Sequence[str], *, as_json: bool) -> int:
    atlas = read(folder).atlas
    scenario = known_scenario(atlas, names[0])
    if scenario.id not in atlas.scenarios:
        raise UsageError("cli.scenario.kept", name=names[0])
    edit = _EDITS[action](atlas, scenario.id, *names[1:])
    try:
        after = change(folder, [edit])
    except SavingError as error:
        say(error.words())
        return NOT_WRITTEN
    except UnsoundError as error:
        say(text("ui.saving.unsound", place=error.place))
        return NOT_WRITTEN
    except RefusedError as error:
        for fault in error.faults:
            say(text(fault.issue.code, **fault.issue.params))
        return BAD_DATA
    if as_json:
        rows = [{"id": one.id, "name": one.name} for one in after.scenarios.values()]
        emit({"done": edit.label, "scenarios": rows})
    else:
        print(text("cli.survey.recorded", label=edit.label, folder=folder))
    return GOOD


_EDITS: dict[str, Callable[..., Edit]] = {
    "copy": scenarios.duplicate,
    "rename": scenarios.rename,
    "note": scenarios.note,
    "delete": scenarios.delete,
}


def _export(folder: Path | None, name: str, out: Path) -> int:
    scenario = known_scenario(read(folder).atlas, name)
    known_suffix(out, SCENARIO_FILES)
    return written(out, partial(replace_file, out, file_of(scenario)))
