"""``story``: the stories of a folder, told step by step and written as slides."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.stories import write
from liantu.cli.parsing import GOOD, NOT_WRITTEN, say
from liantu.cli.usage import UsageError, data_code, emit, read, unknown
from liantu.diagram.theme import DARK, LIGHT
from liantu.document.show import Show
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from liantu.model.story import Story
from liantu.render.errors import ExportError
from liantu.telling.story.told import plain, told
from liantu.wording import text

WANTED = {"list": 0, "show": 1, "export": 1}
"""What can be done, and how many words follow."""


def options(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("words", nargs="+", metavar="W", help=text("cli.story.words"))
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.story.out"))
    parser.add_argument("--dark", action="store_true", help=text("cli.story.dark"))
    parser.add_argument("--json", action="store_true", help=text("cli.json"))


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked with the stories of a folder."""
    folder, action, names = _split(arguments.words)
    if (action == "export") is not (arguments.out is not None):
        raise UsageError("cli.story.out.wanted")
    loaded = read(folder)
    reading = Reading.of(loaded.atlas, Scenario())
    if action == "list":
        _list(loaded.atlas, as_json=arguments.json)
        return data_code(loaded)
    story = _known(loaded.atlas, names[0])
    if action == "show":
        _show(reading, story, as_json=arguments.json)
        return data_code(loaded)
    return _export(reading, story, arguments) or data_code(loaded)


def _split(words: Sequence[str]) -> tuple[Path | None, str, Sequence[str]]:
    """Folder, action and what follows. Raises :class:`UsageError`."""
    folder = None if words[0] in WANTED else Path(words[0])
    rest = words if folder is None else words[1:]
    if not rest or rest[0] not in WANTED:
        raise UsageError("cli.story.action", known="、".join(WANTED))
    action, *names = rest
    if len(names) != WANTED[action]:
        raise UsageError("cli.story.one" if WANTED[action] else "cli.story.none_more")
    return folder, action, names


def _known(atlas: Atlas, asked: str) -> Story:
    """The story of an id or a name; raises :class:`UsageError`."""
    kept = atlas.stories.values()
    found = [s for s in kept if asked == s.id] or [s for s in kept if asked == s.name]
    if not found:
        raise unknown("story", asked, {story.id: (story.name,) for story in kept})
    return found[0]


def _list(atlas: Atlas, *, as_json: bool) -> None:
    kept = list(atlas.stories.values())
    if as_json:
        emit({"stories": [_row(story) for story in kept]})
        return
    sizes = [text("story.contents.steps", steps=len(story.steps)) for story in kept]
    lines = ("\t".join((s.id, s.name, size)) for s, size in zip(kept, sizes, strict=True))
    print("\n".join(lines) or text("story.none"))


def _row(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "name": story.name,
        "note": story.note,
        "minutes": story.minutes,
        "steps": len(story.steps),
    }


def _show(reading: Reading, story: Story, *, as_json: bool) -> None:
    show = Show(story, reading)
    steps = [told(show.scene(at)) for at in range(len(show))]
    if as_json:
        rows = [
            {**asdict(said), "page": step.page, "date": scene.reading.date}
            for step, said, scene in zip(
                story.steps, steps, map(show.scene, range(len(show))), strict=True
            )
        ]
        emit({**_row(story), "steps": rows})
        return
    print("\n\n".join("\n".join(part) for part in plain(story, steps)))


def _export(reading: Reading, story: Story, arguments: argparse.Namespace) -> int:
    theme = DARK if arguments.dark else LIGHT
    try:
        found = write(reading, story, arguments.out, theme=theme)
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=found[0] if len(found) == 1 else arguments.out))
    return GOOD
