"""The manual: every chapter, a search, the sheet of shortcuts, and the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from liantu.render import manual as papers
from liantu.telling.help import book
from liantu.ui.manual.keys import KeysWindow
from liantu.ui.manual.window import ManualWindow
from liantu.ui.smoke.stage import SHOTS, Script, Stage, Step, expect
from liantu.wording import text

FOLDER = "manual"


def steps(_: Stage) -> Iterator[Step]:
    """The chapters one by one, then the sheet."""
    for chapter in book.book():
        yield Step(f"manual/{chapter.id}", chapter.title, partial(_chapter, chapter))
    yield Step("manual/search", text("ui.manual.search"), _search)
    yield Step("manual/sheet", text("ui.keys.title"), _sheet)


def _open(stage: Stage) -> ManualWindow:
    stage.run("manual")
    return stage.dialog(ManualWindow)


def _chapter(chapter: book.Chapter, stage: Stage) -> Script:
    window = _open(stage)
    window.open_at(chapter.id)
    yield stage.is_calm
    shown = window.page.toPlainText()
    for section in chapter.sections[1:]:
        expect(section.title in shown, f"no {section.title}")
    folder = stage.folder / SHOTS
    folder.mkdir(exist_ok=True)
    expect(window.grab().save(str(folder / f"manual-{chapter.id}.png")), chapter.id)
    window.close()


def _search(stage: Stage) -> Script:
    window = _open(stage)
    window.search.setText(text("class.word.broken"))
    yield stage.is_calm
    expect(window.hits.count() > 1, "nothing found")
    window.hits.setCurrentRow(0)
    yield stage.is_calm
    expect(window.page.extraSelections(), "nothing marked")
    window.close()


def _sheet(stage: Stage) -> Script:
    stage.run("keys")
    window = stage.dialog(KeysWindow)
    path = stage.folder / FOLDER / "keys.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    window.paper.write(path, papers.sheet)
    yield stage.is_calm
    expect(path.exists(), window.paper.words.words)
    window.close()
