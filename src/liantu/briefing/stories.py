"""A story as slides on paper: PDF and PPTX with a page a step, or a folder of pictures.

Each page is the very drawing that the show paints, so that what was said in the room and what is
handed out are the same.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from liantu.analysis.reading import Reading
from liantu.briefing.archive import describe, repacked
from liantu.briefing.pptx.deck import Deck
from liantu.diagram.slides.model import Slide
from liantu.diagram.slides.slide import slide
from liantu.diagram.theme import LIGHT, Theme
from liantu.document.show import Show
from liantu.jobs import Progress
from liantu.model.story import Story
from liantu.render.bundle import export_pages
from liantu.render.errors import ExportError
from liantu.render.export import export, replace_file
from liantu.telling.filenames import safe

SUFFIXES = (".pptx", ".pdf")
"""Files that hold all steps; any other path is a folder for a picture each."""
DPI = 192
"""Of the pictures: twice the pixels of a projector, so that larger screens are sharp, too."""


def slides(
    reading: Reading, story: Story, progress: Progress | None = None, theme: Theme = LIGHT
) -> tuple[Slide, ...]:
    """The slides of all steps. Raises ``Cancelled``."""
    told, show = progress or Progress(), Show(story, reading)
    found = []
    for at in range(len(show)):
        told.step(at, len(show))
        found.append(slide(show.scene(at), theme))
    return tuple(found)


def write(
    reading: Reading,
    story: Story,
    path: Path,
    progress: Progress | None = None,
    theme: Theme = LIGHT,
) -> tuple[Path, ...]:
    """Write a story to ``path`` as its suffix says, into a folder of pictures where it has none.

    Returns the paths of the files. Raises ``ExportError``, also for a story without steps and for
    other suffixes, or ``Cancelled``.
    """
    suffix = path.suffix.casefold()
    if not story.steps:
        raise ExportError("story.export.empty", name=story.name)
    if suffix and suffix not in SUFFIXES:
        raise ExportError("story.export.suffix", suffix=suffix)
    told = progress or Progress()
    made = slides(reading, story, told, theme)
    if suffix == ".pptx":
        replace_file(path, to_pptx(reading, story, made))
        return (path,)
    if suffix == ".pdf":
        named = replace(made[0].drawing, title=story.name)
        return export_pages((named, *(one.drawing for one in made[1:])), path, dpi=DPI)
    return _pictures(story, made, path, told)


def _pictures(
    story: Story, made: Sequence[Slide], folder: Path, progress: Progress
) -> tuple[Path, ...]:
    try:
        from liantu.render.headless import prepare  # noqa: PLC0415  pictures need Qt

        prepare()
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error
    paths = []
    for at, (step, one) in enumerate(zip(story.steps, made, strict=True), 1):
        paths.append(folder / f"{at:02d}_{safe(step.title)}.png")
        export(one.drawing, paths[-1], dpi=DPI, progress=progress.quiet())
    return tuple(paths)


def to_pptx(reading: Reading, story: Story, made: Sequence[Slide]) -> bytes:
    """The presentation in memory, the same bytes for the same data: native shapes, words as words,
    notes, alternative texts. Raises ``ExportError`` where PowerPoint's library is missing.
    """
    try:
        from pptx import Presentation  # noqa: PLC0415  only exports need it
    except ImportError as error:
        raise ExportError("render.slides", reason=error) from error
    show: Any = Presentation()
    deck = Deck(show, "")
    for step, one in zip(story.steps, made, strict=True):
        deck.board(step.title, one.drawing, one.alt, [one.notes])
    library = reading.atlas.library
    describe(show.core_properties, story.name, library.region.name, library.edition)
    target = io.BytesIO()
    show.save(target)
    return repacked(target.getvalue())
