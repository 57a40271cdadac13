"""The sheet of a project: every figure with what is unknown said, phases, changes, the log."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.pool.changing import is_known
from liantu.analysis.pool.standing import STANDING_STILL, Standing, Stuck, Term
from liantu.analysis.reading import Reading
from liantu.model.target import Target
from liantu.telling import figures, work
from liantu.telling.line import Dossier, Line, Part, parts, source_lines
from liantu.telling.pool import changes, words
from liantu.telling.pool.log import Entry, entries
from liantu.telling.relations import owner_name, phase_text
from liantu.wording import text

_STATED = ("land", "energy", "emissions", "revenue", "tax")


def dossier(reading: Reading, project: str) -> Dossier:
    """All that is known of a project; raises ``KeyError`` for an unknown one. What it changes is
    told once it is worked out.
    """
    one = Standing(reading.atlas.projects[project], work.day_of(reading))
    return Dossier(
        title=one.project.name,
        chip=words.kind(one),
        subtitle=words.state(one),
        parts=tuple(_parts(reading, one)),
        conclusion=_conclusion(one),
    )


def _conclusion(one: Standing) -> str:
    """How far it is, and what presses."""
    told = [words.state(one)]
    if one.term not in (Term.DONE, Term.ENDED, Term.LATER):
        told += [words.term(one), words.stuck(one)] if one.stuck is not Stuck.MOVING else []
    return "，".join(dict.fromkeys(told))


def _parts(reading: Reading, one: Standing) -> Iterator[Part]:
    yield from parts(
        ("pool.part.changes", _changes(reading, one)),
        ("pool.part.basic", _basic(reading, one)),
        ("pool.part.money", _money(one)),
        ("pool.part.problem", _problem(one)),
        ("pool.part.log", _log(reading, one)),
        ("pool.part.phases", _phases(reading, one)),
        ("ui.part.sources", source_lines(reading.atlas, one.project.sources)),
    )


def _changes(reading: Reading, one: Standing) -> Iterator[Line]:
    told = one.term in (Term.DONE, Term.ENDED) or is_known(reading, one.project)
    if not told:
        yield Line(text("pool.change.waiting"), faded=True)
        return
    for clause in changes.clauses(reading, one):
        yield Line(clause)


def _line(code: str, figure: str, doubt: bool = False, target: Target | None = None) -> Line:
    unknown = figure == text("ui.unknown")
    return Line(text(f"pool.line.{code}"), figure, target=target, doubt=doubt or unknown)


def _basic(reading: Reading, one: Standing) -> Iterator[Line]:
    project, unknown = one.project, text("ui.unknown")
    firm = Target("enterprise", project.enterprise) if project.enterprise else None
    yield _line("chain", work.chain_name(reading, project.chain))
    yield _line("county", project.county or unknown)
    yield _line("enterprise", owner_name(reading.atlas, project) or unknown, target=firm)
    yield _line("department", project.department or unknown)
    yield _line("start", project.start or unknown)
    yield _line("due", project.due or unknown)
    yield _line("term", words.term(one), one.term in (Term.LATE, Term.DOUBT, Term.UNSAID))
    stuck = (*STANDING_STILL, Stuck.SILENT, Stuck.UNKNOWN)
    yield _line("stuck", words.stuck(one), one.stuck in stuck)
    if project.when:
        yield _line("when", project.when)


def _money(one: Standing) -> Iterator[Line]:
    project = one.project
    later = project.invested is not None and not one.shows_progress
    spent = text("pool.line.later") if later else words.money(one.spent)
    yield _line("planned", words.money(one.planned))
    yield _line("spent", spent, later)
    yield _line("share", figures.share(words.share(one), "ui.unknown"))
    yield _line("progress", words.progress(one))
    for key in _STATED:
        yield _line(key, words.quantity(getattr(project, key)))
    if one.lacks:
        yield _line("lacking", words.lacking(one), True)


def _problem(one: Standing) -> Iterator[Line]:
    yield Line(one.project.problem or text("pool.problem.none"), faded=not one.project.problem)


def _phases(reading: Reading, one: Standing) -> Iterator[Line]:
    for phase in one.project.phases:
        known = phase.product in reading.atlas.products
        target = Target("product", phase.product) if known else None
        yield Line(
            phase_text(reading, one.project, phase), target=target, doubt=phase.amount is None
        )
    if not one.project.phases:
        yield Line(text("pool.phases.none"), faded=True)


def _log(reading: Reading, one: Standing) -> Iterator[Line]:
    found = entries(reading, one.project.id)
    yield from (_entry(entry) for entry in found)
    if not found:
        yield Line(text("pool.log.none"), faded=True)


def _entry(entry: Entry) -> Line:
    date = entry.date or text("ui.unknown")
    return Line(
        text("pool.log.line", date=date, kind=entry.kind),
        entry.state,
        entry.words,
        entry.record,
        doubt=entry.open,
        faded=not entry.open and bool(entry.state),
    )
