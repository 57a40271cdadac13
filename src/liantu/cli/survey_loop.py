"""``survey sheets``, ``status``, ``take`` and ``declare``: the 摸底 from question to answer."""

from __future__ import annotations

import argparse
import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.asking_sheets import write_task_sheets
from liantu.cli.changing import change, own_folder
from liantu.cli.parsing import BAD_DATA, GOOD, NOT_WRITTEN, say
from liantu.cli.usage import (
    UsageError,
    data_code,
    emit,
    known_chain,
    known_county,
    reading_of,
    tell_scenario,
)
from liantu.library.editing import RefusedError
from liantu.library.importing.tables import SUFFIXES
from liantu.library.keeping import SavingError
from liantu.library.replies.intake import Intake, Line
from liantu.library.replies.judging import judged
from liantu.library.replies.reading import read_returned
from liantu.library.replies.taking import declared_edit, sent_edit, taken_edit
from liantu.model.edits import Edit
from liantu.model.verification import WHOLE, Answer
from liantu.render.errors import ExportError
from liantu.telling.asked import (
    awaited,
    changed,
    county_tallies,
    partly,
    state_sentence,
    tally_words,
)
from liantu.telling.declared import declared, declared_sentence
from liantu.telling.replies import elsewhen, told_of_firms
from liantu.telling.task_sheets import default_due, task_sheets
from liantu.wording import text

ANSWERS = (Answer.MADE, Answer.NONE, Answer.UNCLEAR)
SHOWN = 30
"""Changes that are told; of more it is said how many there are."""


def sheets(arguments: argparse.Namespace) -> int:
    """Write one workbook a county, and record 下发 where asked."""
    folder = own_folder(arguments.folder) if arguments.record else None
    loaded, reading = reading_of(arguments)
    today = datetime.date.today()
    due = arguments.due or default_due(today)
    if due < reading.situation.day:
        raise UsageError("cli.usage.due", due=due, day=reading.situation.day)
    counties = [known_county(loaded.atlas, county) for county in arguments.county]
    found = task_sheets(reading, due, arguments.office, counties)
    if not found:
        say(text("ui.survey.no_lines"))
        return data_code(loaded)
    try:
        made = write_task_sheets(found, arguments.out)
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    for path, sheet in zip(made, found, strict=True):
        print(text("cli.survey.written", path=path, count=len(sheet.lines)))
    if reading.situation.day[:7] != today.isoformat()[:7]:
        say(text("cli.survey.asks_of", day=reading.situation.day, today=today.isoformat()))
    if folder is not None:
        keys = [line.key for sheet in found for line in sheet.lines]
        return _write(folder, sent_edit(keys, arguments.office))
    return data_code(loaded)


def status(arguments: argparse.Namespace) -> int:
    """Tell how far each county is on the day asked for."""
    loaded, reading = reading_of(arguments)
    found = county_tallies(reading)
    if arguments.json:
        emit(
            {
                "date": reading.situation.day,
                "counties": [
                    {
                        "county": t.county,
                        "step": t.step,
                        "lines": dict(t.steps),
                        "unclear": t.unclear,
                        "due": t.due,
                    }
                    for t in found
                ],
            },
            reading,
        )
        return data_code(loaded)
    tell_scenario(reading)
    print(state_sentence(reading, found))
    for tally in found:
        print(tally_words(tally))
    print(declared_sentence(reading))
    for row in declared(reading):
        print(f"  {row.words}")
    return data_code(loaded)


def take(arguments: argparse.Namespace) -> int:
    """Check filled sheets, write what they answer, and tell what that changes."""
    folder, files = _split(arguments.files)
    arguments.folder = folder
    if not arguments.dry_run:
        own_folder(folder)
    loaded, before = reading_of(arguments)
    intake = judged(loaded.atlas, read_returned(files))
    _tell(before, intake)
    if intake.stopped:
        stops = sum(trouble.stops for trouble in intake.troubles)
        say(text("cli.survey.stopped", count=stops))
        return BAD_DATA
    if not intake.answered:
        print(text("cli.survey.nothing"))
        return GOOD
    if words := elsewhen(intake, before.situation.day):
        say(words)
    edit = taken_edit(intake, datetime.date.today().isoformat())
    if arguments.dry_run:
        atlas = edit.change(loaded.atlas)
        print(text("cli.survey.dry.done", label=edit.label))
    else:
        assert folder is not None
        if code := _write(folder, edit):
            return code
        atlas = edit.change(loaded.atlas)
    asked = frozenset(line.key.product for line in intake.answered)
    after = Reading.of(atlas, before.scenario)
    _tell_result(before, after, asked)
    _tell_awaited(after)
    return GOOD


def declare(arguments: argparse.Namespace) -> int:
    """Record a 完整性声明."""
    folder = own_folder(arguments.folder)
    loaded, reading = reading_of(arguments)
    asked = arguments.county
    county = asked if asked == WHOLE else known_county(loaded.atlas, asked)
    chain = loaded.atlas.chains.get(known_chain(loaded.atlas, arguments.chain))
    day = arguments.since or reading.situation.day
    if arguments.until and arguments.until <= day:
        raise UsageError("cli.usage.until", until=arguments.until, date=day)
    more = {"until": arguments.until, "office": arguments.office, "scope": arguments.scope}
    label = chain.label if chain else text("ui.declare.all")
    edit = declared_edit(county, chain.id if chain else "", day, more, label)
    if code := _write(folder, edit):
        return code
    _tell_result(reading, Reading.of(edit.change(loaded.atlas), reading.scenario))
    return GOOD


def _write(folder: Path, edit: Edit) -> int:
    try:
        change(folder, [edit])
    except SavingError as error:
        say(error.words())
        return NOT_WRITTEN
    except RefusedError as error:
        for fault in error.faults:
            say(text(fault.issue.code, **fault.issue.params))
        return BAD_DATA
    print(text("cli.survey.recorded", label=edit.label, folder=folder))
    return GOOD


def _split(paths: Sequence[Path]) -> tuple[Path | None, Sequence[Path]]:
    """The data folder, where the first path is one, and the files."""
    is_data = paths[0].is_dir() and any(paths[0].glob("*.yaml"))
    folder = paths[0] if is_data else None
    files = [file for path in (paths[1:] if is_data else paths) for file in _files(path)]
    if not files:
        raise UsageError("cli.usage.missing", what="FILE")
    return folder, files


def _files(path: Path) -> list[Path]:
    """A file; those in a folder; those of a pattern, which the console of Windows leaves as it is.

    Raises :class:`UsageError` where there is none.
    """
    if path.is_file():
        return [path]
    inside, pattern = (path, "*") if path.is_dir() else (path.parent, path.name)
    found = [p for p in sorted(inside.glob(pattern)) if p.suffix.casefold() in SUFFIXES]
    if not found:
        raise UsageError("cli.usage.file", path=path)
    return found


def _tell(reading: Reading, intake: Intake) -> None:
    """The preview: what each line says, and what is wrong with it."""
    for trouble in intake.files:
        print(text("cli.survey.file", place=trouble.place, words=trouble.words))
    for line in intake.lines:
        if line.answer is not None or line.troubles:
            _tell_line(reading, line)
    if blank := sum(line.answer is None and not line.troubles for line in intake.lines):
        print(text("cli.survey.blank", count=blank))
    counts = Counter(line.answer for line in intake.answered)
    told = {str(answer): counts[answer] for answer in ANSWERS}
    print(text("cli.survey.answers", count=counts.total(), **told))


def _tell_line(reading: Reading, line: Line) -> None:
    product = reading.atlas.products.get(line.key.product)
    print(
        text(
            "cli.survey.line",
            place=text("library.reply.place", file=line.filled.file, row=line.filled.row),
            county=line.key.county,
            product=product.name if product else line.key.product,
            answer=text(f"ui.survey.answer.{line.answer}") if line.answer else "—",
            firms=told_of_firms(line),
        )
    )
    for trouble in line.troubles:
        mark = text("cli.survey.stops" if trouble.stops else "cli.survey.minds")
        print(text("cli.survey.line.trouble", mark=mark, words=trouble.words))


def _tell_result(before: Reading, after: Reading, asked: frozenset[str] = frozenset()) -> None:
    """What changed, of the ``asked`` products first."""
    rows = changed(before, after).rows
    own = [words for product, words in rows if product in asked]
    others = [words for product, words in rows if product not in asked]
    if not rows:
        print(text("cli.survey.changed.none"))
    for code, found in (("changed", own), ("consequent", others)):
        if found:
            print(text(f"cli.survey.{code}", count=len(found)))
        for words in found[:SHOWN]:
            print(f"  {words}")


def _tell_awaited(after: Reading) -> None:
    """Who has not answered yet."""
    tallies = county_tallies(after)
    names, more = awaited(tallies), partly(tallies)
    if names:
        print(text("ui.survey.awaited", counties=names))
    if more:
        print(text("ui.survey.partly", counties=more))
    if not names and not more:
        print(text("cli.survey.awaited.none"))
