"""``projects``: 项目库 with its rates, what presses, and what each project changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from liantu.analysis.pool.rates import Rate, rates
from liantu.analysis.pool.standing import STANDING_STILL, Standing, Term
from liantu.analysis.portfolio.effects import Effects
from liantu.analysis.reading import Reading
from liantu.briefing import projects as papers
from liantu.cli.usage import data_code, emit, known_chain, reading_of
from liantu.cli.writing import known_suffix, written
from liantu.telling.lists.column import Scope
from liantu.telling.lists.project_columns import ProjectRow
from liantu.telling.lists.projects import rows as project_rows
from liantu.telling.pool import changes, words
from liantu.telling.pool.rates import groups, summary
from liantu.wording import text


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it may be asked."""
    for name in ("late", "due", "stuck", "effects"):
        parser.add_argument(f"--{name}", action="store_true", help=text(f"cli.projects.{name}"))
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.projects.out"))


def run(asked: argparse.Namespace) -> int:
    """Print the projects, as JSON where asked, or write them as XLSX, PDF or DOCX."""
    out = asked.out
    known_suffix(out, papers.SUFFIXES)
    loaded, reading = reading_of(asked)
    chain = known_chain(loaded.atlas, asked.chain)
    whole = _scoped(reading, chain)
    rows = [row for row in whole if _is_wanted(row.standing, asked)]
    if out is not None:
        ids = [row.project.id for row in rows]
        if code := written(out, partial(papers.write, reading, ids, out)):
            return code
    elif asked.json:
        emit(document(reading, whole, rows, effects=asked.effects))
    else:
        print("\n".join(_lines(reading, whole, rows, effects=asked.effects)))
    return data_code(loaded)


def _scoped(reading: Reading, chain: str) -> list[ProjectRow]:
    chains = (chain,) if chain else tuple(reading.atlas.chains)
    return project_rows(reading, Scope(chains=chains, city=not chain))


def _is_wanted(one: Standing, arguments: argparse.Namespace) -> bool:
    """Whether a project is one of those asked for; all are where nothing is asked."""
    asked = {
        "late": one.term is Term.LATE,
        "due": one.term in (Term.LATE, Term.DOUBT, Term.SOON),
        "stuck": one.stuck in STANDING_STILL,
    }
    wanted = [name for name in asked if getattr(arguments, name)]
    return not wanted or any(asked[name] for name in wanted)


def _lines(
    reading: Reading, whole: list[ProjectRow], rows: list[ProjectRow], *, effects: bool
) -> Iterator[str]:
    yield summary(reading, [row.standing for row in whole])
    yield ""
    for row in rows:
        one = row.standing
        cells = [
            row.project.id,
            row.project.name,
            words.state(one),
            words.term(one),
            words.stuck(one),
            row.project.department or text("ui.unknown"),
            words.money(one.planned),
            words.money(one.spent),
        ]
        yield "\t".join(cells + ([changes.sentence(reading, one)] if effects else []))


# -- JSON


def document(
    reading: Reading, whole: list[ProjectRow], rows: list[ProjectRow], *, effects: bool
) -> dict[str, object]:
    """Rates of all, by chain, county and kind, and the rows asked for; ``null`` is not known."""
    found = [row.standing for row in whole]
    return {
        "date": reading.date,
        "sentence": summary(reading, found),
        "rates": _rates(found),
        "groups": {
            way: {name: _rates(part) for name, part in parted.items()}
            for way, parted in groups(reading, found).items()
        },
        "projects": [_project(reading, row, effects=effects) for row in rows],
    }


def _rates(found: Sequence[Standing]) -> dict[str, object]:
    counted = rates(found)
    return {
        "count": counted.count,
        "later": counted.later,
        "ended": counted.ended,
        "begun": _rate(counted.begun),
        "finished": _rate(counted.finished),
        "spent": _rate(counted.spent),
    }


def _rate(rate: Rate) -> dict[str, object]:
    return {
        "value": None if rate.value is None else round(rate.value, 6),
        "part": rate.part,
        "whole": rate.whole,
        "known": rate.known,
        "of": rate.of,
        "rough": rate.rough,
    }


def _project(reading: Reading, row: ProjectRow, *, effects: bool) -> dict[str, object]:
    project, one = row.project, row.standing
    share = words.share(one)
    told: dict[str, object] = {
        "id": project.id,
        "name": project.name,
        "kind": project.kind or None,
        "chain": project.chain or None,
        "county": project.county or None,
        "enterprise": project.enterprise or None,
        "department": project.department or None,
        "state": str(one.state),
        "term": str(one.term),
        "days_left": one.left,
        "stuck": str(one.stuck),
        "told": one.told or None,
        "start": project.start or None,
        "due": project.due or None,
        "planned": one.planned.amount,
        "planned_exactness": str(one.planned.exactness),
        "spent": one.spent.amount,
        "spent_share": None if share is None else round(share, 6),
        "progress": project.progress if one.shows_progress and project.progress else None,
        "problem": project.problem or None,
        "lacks": list(one.lacks),
        "matters": row.matters,
    }
    return {**told, **_changes(reading, one)} if effects else told


def _changes(reading: Reading, one: Standing) -> dict[str, object]:
    found = changes.found(reading, one)
    return {
        "changes": changes.sentence(reading, one),
        "effects": None if found is None else _effects(found),
    }


def _effects(found: Effects) -> Mapping[str, object]:
    kinds = dict.fromkeys(str(effect.kind) for effect in found.changes)
    return {
        kind: [effect.product for effect in found.changes if str(effect.kind) == kind]
        for kind in kinds
    }
