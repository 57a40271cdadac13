"""Papers of every kind in every format, as the page 汇报 writes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from liantu.briefing.office import Style
from liantu.briefing.order import SUFFIXES, Kind
from liantu.ui.smoke.stage import Script, Stage, Step, expect
from liantu.wording import text

FOLDER = "papers"


def steps(stage: Stage) -> Iterator[Step]:
    """Each kind in each format; of the two styles of a briefing each in one."""
    if not stage.chains:
        return
    for kind, suffixes in SUFFIXES.items():
        for suffix in suffixes:
            official = (kind, suffix) == (Kind.BRIEFING, "docx")
            yield _step(kind, suffix, Style.OFFICIAL if official else Style.PLAIN)


def _step(kind: Kind, suffix: str, style: Style) -> Step:
    words = (text(f"brief.kind.{kind}"), suffix.upper(), text(f"ui.report.style.{style}"))
    return Step(
        f"paper/{kind}-{style}.{suffix}", " · ".join(words), partial(_write, kind, suffix, style)
    )


def _write(kind: Kind, suffix: str, style: Style, stage: Stage) -> Script:
    stage.run("page_report")
    view, folder = stage.parts.report.view, stage.folder / FOLDER / style
    view.form.ask(kind, stage.samples)
    view.form.suffix.setCurrentIndex(view.form.suffix.findData(suffix))
    view.form.style_.setCurrentIndex(view.form.style_.findData(style))
    view.form.folder.setText(str(folder))
    yield lambda: view.preview.settled
    before = set(folder.glob("*"))
    view.save.click()
    yield stage.is_calm
    made = set(folder.glob(f"*.{suffix}")) - before
    expect(made, stage.desk.banner.words or "no file")
