"""What the pictures of the manual show: a state of the real window, and which part of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from liantu.analysis.portfolio.nouns import Resource
from liantu.briefing.order import Kind
from liantu.model.drill import ShockKind
from liantu.model.focus import (
    CHARTS,
    CLOSING,
    COMPARE,
    DRILL,
    HOME,
    LISTS_PAGE,
    MAP,
    PLAN,
    POOL,
    PORTFOLIO,
    POSTER,
    REPORT,
    SCENARIOS,
    SIDES,
    Focus,
)
from liantu.model.target import Target
from liantu.ui.dialogs.export import ExportDialog
from liantu.ui.dialogs.importing.dialog import ImportDialog
from liantu.ui.pages.plan.pool.page import PoolTab
from liantu.ui.pages.plan.portfolio.tab import PortfolioTab
from liantu.ui.pages.plan.scenarios.page import ScenariosTab
from liantu.ui.smoke.stage import Script, Stage
from liantu.ui.verbs import drill

WINDOW = QSize(1366, 768)
"""The desk of most planners."""
CHAIN, PRODUCT, DAY = "pc-nylon", "bpa", "2022-12-31"
TABLE, FOLDER = "各县区企业产能.csv", "D:\\链图\\材料"
ROWS = """\
企业名称,县市区,产品,产能,单位,状态
鲁西化工集团股份有限公司,高新区,双酚A,20,万吨/年,在产
聊城新材料有限公司,高新区,环氧树脂,5,万吨/年,在产
聊城新材料有限公司,高新区,苯酚,约十万吨,万吨/年,规划
"""
"""A table as a county sends it: known, new, and one amount that is no number."""
WHOLE = QRect(QPoint(), WINDOW)
Part = Callable[[Stage], QWidget]


def _window(stage: Stage) -> QWidget:
    return stage.window


def _front(stage: Stage) -> QWidget:
    return stage.dialogs[-1]


@dataclass(frozen=True, slots=True)
class Scene:
    """``show`` brings about the state in a window of a ``size``; of ``part`` the picture takes what
    lies in ``cut``.
    """

    name: str
    show: Callable[[Stage], Script]
    cut: QRect = WHOLE
    part: Part = _window
    size: QSize = WINDOW


def _go(focus: Focus, stage: Stage) -> Script:
    stage.parts.selection.go(focus)
    yield stage.is_calm
    stage.desk.banner.withdraw("")
    stage.window.setFocus()


def _map(stage: Stage) -> Script:
    yield from _chain(stage)
    stage.parts.selection.pick(Target("product", PRODUCT), CHAIN)
    yield stage.is_calm


def _chain(stage: Stage) -> Script:
    yield from _go(Focus(MAP, CHAIN), stage)
    if not stage.parts.map.side.isVisible():
        stage.run("inspector")
    yield stage.is_calm


def _turned(stage: Stage) -> Script:
    yield from _chain(stage)
    yield from _go(Focus(MAP, CHAIN, lens=COMPARE, against="2022-10-25"), stage)


def _fold(stage: Stage) -> Script:
    yield from _go(Focus(MAP, CHAIN, fold=PRODUCT), stage)


def _timeline(stage: Stage) -> Script:
    yield from _go(Focus(MAP, CHAIN), stage)
    if not stage.parts.map.timeline.isVisible():
        stage.run("timeline")
    yield stage.is_calm


def _search(stage: Stage) -> Script:
    yield from _go(Focus(MAP, CHAIN), stage)
    stage.run("search")
    stage.parts.search.field.setText("sfa")
    yield stage.is_calm


def _plan(tab: str, stage: Stage) -> Script:
    yield from _go(Focus(PLAN, CHAIN, plan=tab), stage)


def _scenarios(stage: Stage) -> Script:
    yield from _plan(SCENARIOS, stage)
    tab = stage.parts.plan.tabs[SCENARIOS]
    assert isinstance(tab, ScenariosTab)
    tab.view.list.setCurrentRow(1)


def _pool(stage: Stage) -> Script:
    yield from _plan(POOL, stage)
    tab = stage.parts.plan.tabs[POOL]
    assert isinstance(tab, PoolTab)
    tab.view.choose(tab.view.shown[0].project.id)


def _portfolio(stage: Stage) -> Script:
    yield from _plan(PORTFOLIO, stage)
    tab = stage.parts.plan.tabs[PORTFOLIO]
    assert isinstance(tab, PortfolioTab)
    yield lambda: tab.ready
    tab.side.totals[Resource.CAPITAL].setValue(100.0)
    tab.solve()
    yield lambda: tab.answer is not None and not tab.busy


def _sides(stage: Stage) -> Script:
    yield from _plan(SIDES, stage)
    tab = stage.parts.plan.tabs[SIDES]
    yield stage.is_calm
    yield lambda: not getattr(tab, "busy", False)


def _compare(stage: Stage) -> Script:
    stage.parts.bridge.choose_date("2022-10-26")
    yield stage.is_calm
    yield from _go(Focus(PLAN, CHAIN, plan=COMPARE, against="2022-10-25"), stage)


def _drill(stage: Stage) -> Script:
    yield from _go(Focus(PLAN, "nev", plan=DRILL), stage)
    drill.fail(stage.parts, ShockKind.ENTERPRISE, "huilong")
    yield stage.is_calm
    yield lambda: not drill.tab(stage.parts).busy


def _dialog(verb: str, stage: Stage) -> Script:
    yield from _map(stage)
    stage.run(verb)
    yield stage.is_calm


def _import(stage: Stage) -> Script:
    yield from _go(Focus(MAP, CHAIN), stage)
    stage.run("import")
    dialog = stage.dialog(ImportDialog)
    table = Path(tempfile.mkdtemp()) / TABLE
    table.write_text(ROWS, encoding="utf-8-sig")
    dialog.open_file(table)
    yield lambda: not dialog.busy


def _export(stage: Stage) -> Script:
    yield from _dialog("picture", stage)
    dialog = stage.dialog(ExportDialog)
    dialog.folder.setText(FOLDER)
    dialog.paper.setCurrentIndex(1)
    dialog.paper.setCurrentIndex(dialog.paper.findText("A3"))
    dialog.resize(dialog.sizeHint())  # as on a screen that is larger than that of tests
    yield lambda: not dialog.preview.busy


def _report(stage: Stage) -> Script:
    yield from _go(Focus(REPORT, CHAIN), stage)
    stage.parts.report.view.form.ask(Kind.BRIEFING, [CHAIN])
    stage.parts.report.view.form.folder.setText(FOLDER)
    yield lambda: stage.parts.report.view.preview.settled


SCENES = (
    Scene("home", partial(_go, Focus(HOME))),
    Scene("map", _map),
    Scene("search", _search, QRect(300, 0, 766, 480)),
    Scene("fold", _fold),
    Scene("timeline", _timeline, QRect(0, 500, 1366, 268)),
    Scene("poster", partial(_go, Focus(POSTER, CHAIN))),
    Scene("lists", partial(_go, Focus(LISTS_PAGE, CHAIN, list="fill"))),
    Scene("plan-scenarios", _scenarios),
    Scene("plan-pool", _pool),
    Scene("plan-closing", partial(_plan, CLOSING)),
    Scene("plan-portfolio", _portfolio),
    Scene("plan-compare", _compare),
    Scene("plan-sides", _sides),
    Scene("plan-drill", _drill),
    Scene("charts", partial(_go, Focus(CHARTS, CHAIN))),
    Scene("report", _report),
    Scene("edit", partial(_dialog, "edit_thing"), part=_front),
    Scene("import", _import, part=_front),
    Scene("export", _export, part=_front),
)
LARGE = QSize(1600, 970)
README = (
    Scene("screenshot", _chain, QRect(QPoint(), LARGE), size=LARGE),
    Scene("compare", _turned, QRect(QPoint(), LARGE), size=LARGE),
)
"""What the README shows of the window."""
BY_NAME = {scene.name: scene for scene in SCENES}
