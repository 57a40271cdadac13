"""What the letters of the tiles mean, said on the page itself."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from liantu.model.classes import ACTED_ON, Word
from liantu.model.standing import Standing
from liantu.telling import classes
from liantu.telling.help import glossary
from liantu.telling.mark import Look, Mark
from liantu.ui.widgets.flow import Flow
from liantu.ui.widgets.mark import MarkView
from liantu.ui.widgets.text import label, plain_tip
from liantu.wording import text


def legend() -> QWidget:
    """Each letter with its name and its meaning."""
    made = QWidget()
    flow = Flow(18)
    flow.setContentsMargins(0, 0, 0, 0)
    made.setLayout(flow)
    for mark, meaning, definition in _entries():
        told = text("ui.home.legend", name=mark.words, meaning=meaning)
        flow.addWidget(_entry(mark, told, definition))
    return made


def _entries() -> list[tuple[Mark, str, str]]:
    """Marks with what they mean in short and in full."""
    here = Standing.MADE, Standing.BYPRODUCT, Standing.GROUP, Standing.CAPTIVE
    found = [
        (Mark(text(f"standing.letter.{s}"), Look.HERE, text(f"standing.standing.{s}")), s)
        for s in here
    ]
    entries = [
        (mark, text(f"ui.home.meaning.{standing}"), glossary.standing(standing))
        for mark, standing in found
    ]
    for word in (*ACTED_ON, Word.OPEN):
        mark = Mark(classes.letter(word), word, classes.word(word))
        entries.append((mark, text(f"class.meaning.{word}"), glossary.word(word)))
    for standing, look in ((Standing.SHUT, Look.POLICY), (Standing.EXTERNAL, Look.OUTSIDE)):
        words = text(f"standing.standing.{standing}")
        mark = Mark(text(f"standing.letter.{standing}"), look, words)
        meaning = text(f"ui.home.meaning.{standing}")
        entries.append((mark, meaning, glossary.standing(standing)))
    doubtful = Mark(classes.letter(Word.BROKEN), Word.BROKEN, text("ui.home.hollow"), hollow=True)
    return [*entries, (doubtful, text("ui.home.meaning.hollow"), glossary.suspected())]


def _entry(mark: Mark, words: str, definition: str) -> QWidget:
    entry = QWidget()
    plain_tip(entry, glossary.lines(definition))
    row = QHBoxLayout(entry)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(MarkView(mark))
    row.addWidget(label(words, "remark"))
    return entry
