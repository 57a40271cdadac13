"""A file with scenarios that lies anywhere: read for a folder, or written to be handed on."""

from __future__ import annotations

from pathlib import Path

from liantu.issues import Issue, Severity
from liantu.library.fields.format import FORMAT
from liantu.library.parsing.context import suggest
from liantu.library.parts import read_file
from liantu.library.plain import plain_of, things
from liantu.library.writing import laying
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.wording import text


def scenarios_of(path: Path, atlas: Atlas) -> tuple[tuple[Scenario, ...], tuple[Issue, ...]]:
    """The scenarios in a file, and what is wrong with it: an error of the file itself, or a thing
    that it names and the folder does not have. Never raises for a bad file.
    """
    parts = read_file(path, path.name)
    issues = [i for i in parts.context.issues if i.severity is Severity.ERROR]
    for mention in parts.context.references:
        known = things(atlas, mention.kind)
        if mention.id not in known:
            kind = text(f"library.kind.{mention.kind}")
            near = suggest(mention.id, known) or "—"
            params = {"kind": kind, "id": mention.id, "near": near}
            place = parts.context.place(mention.line, mention.column)
            issues.append(Issue("library.unknown_named", Severity.ERROR, place, params))
    return tuple(parts.values.get("scenarios", ())), tuple(issues)


def file_of(scenario: Scenario) -> bytes:
    """The file of one scenario, which reads as it in any folder that has the things it names."""
    values = {scenario.id: plain_of("scenario", scenario)}
    parts = {"format": str(FORMAT), "scenarios": values}
    return laying.lines(parts).encode()
