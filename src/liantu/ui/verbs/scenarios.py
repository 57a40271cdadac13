"""What the tab 情景 asks of the window: one scenario used, changed, copied, handed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from liantu.model.focus import COMPARE, PLAN, SCENARIOS
from liantu.model.scenario import Scenario
from liantu.ui.pages.plan.scenarios.page import ScenariosTab
from liantu.ui.pages.plan.scenarios.view import OWN
from liantu.ui.parts import Parts
from liantu.ui.remembered import export_memory
from liantu.ui.verbs import scenario as verbs
from liantu.ui.verbs.verb import Menu, Verb
from liantu.wording import reason, text

ABOUT = "scenario file"
SUFFIX = ".yaml"


def tab(parts: Parts) -> ScenariosTab:
    """The tab of the page 谋划."""
    found = parts.plan.tabs[SCENARIOS]
    assert isinstance(found, ScenariosTab)
    return found


def connect(parts: Parts) -> None:
    """Let the tab ask."""
    tab(parts).view.asked.connect(partial(_do, parts))
    parts.bridge.refused.connect(partial(_refuse, parts))


def _do(parts: Parts, code: str, id_: str, words: str) -> None:
    _ACTS[code](parts, id_, words)


def _kept(parts: Parts, id_: str) -> Scenario | None:
    """A kept scenario, or what is looked at; ``None`` for 现状."""
    if id_ == OWN:
        return verbs.wanted(parts)
    return parts.bridge.session.atlas.scenarios.get(id_)


def _use(parts: Parts, id_: str, _words: str = "") -> None:
    found = _kept(parts, id_)
    if found is None:
        verbs.show_now(parts)
    elif id_ not in (OWN, verbs.wanted(parts).id):
        verbs.choose(parts, found)


def _edit(parts: Parts, id_: str, _words: str) -> None:
    _use(parts, id_)
    parts.bridge.after_steps(partial(verbs.show_assumptions, parts))


def _copy(parts: Parts, id_: str, _words: str) -> None:
    from liantu.library.edits import scenarios  # noqa: PLC0415  YAML must not delay the frame

    atlas = parts.bridge.session.atlas
    if id_ == OWN:
        verbs.save_new(parts)
    elif id_ in atlas.scenarios:
        name = scenarios.free_name(atlas, atlas.scenarios[id_].name)
        parts.bridge.edit(scenarios.duplicate(atlas, id_, name))


def _rename(parts: Parts, id_: str, words: str) -> None:
    from liantu.library.edits import scenarios  # noqa: PLC0415  as above

    parts.bridge.edit(scenarios.rename(parts.bridge.session.atlas, id_, words))


def _note(parts: Parts, id_: str, words: str) -> None:
    from liantu.library.edits import scenarios  # noqa: PLC0415  as above

    parts.bridge.edit(scenarios.note(parts.bridge.session.atlas, id_, words))


def _delete(parts: Parts, id_: str, _words: str) -> None:
    from liantu.library.edits import scenarios  # noqa: PLC0415  as above

    parts.bridge.edit(scenarios.delete(parts.bridge.session.atlas, id_))


def _compare(parts: Parts, id_: str, _words: str) -> None:
    """The scenario is looked at; what it is compared with by itself is 现状."""
    _use(parts, id_)
    parts.selection.go(replace(parts.selection.focus, page=PLAN, plan=COMPARE, against=""))


def _refuse(parts: Parts, _error: object) -> None:
    """The name in the tab is that of the data again; why is told by the note."""
    tab(parts).view.restore()


# -- files


def _export(parts: Parts, id_: str, _words: str) -> None:
    found = _kept(parts, id_)
    if found is None:
        return
    dialog = _dialog(parts, "ui.scenarios.write")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(SUFFIX[1:])
    dialog.selectFile(f"{found.id or found.name}{SUFFIX}")
    dialog.fileSelected.connect(partial(_write, parts, found))
    dialog.open()


def _write(parts: Parts, found: Scenario, name: str) -> None:
    from liantu import files  # noqa: PLC0415  as above
    from liantu.library.scenarios import file_of  # noqa: PLC0415  as above

    path = Path(name)
    _remember(path)
    try:
        files.put(path, file_of(found))
    except OSError as error:
        words = text("ui.scenarios.bad", path=path, reason=reason(error))
        parts.banner.tell(words, kind="bad", about=ABOUT)
    else:
        parts.banner.tell(text("ui.scenarios.written", path=path), kind="good", about=ABOUT)


def fetch(parts: Parts, _id: str = "", _words: str = "") -> None:
    """Take in the scenarios of a file that a colleague has handed on."""
    if parts.bridge.block:
        return
    dialog = _dialog(parts, "ui.scenarios.open")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(partial(_take_in, parts))
    dialog.open()


def _take_in(parts: Parts, name: str) -> None:
    from liantu.library.edits.scenarios import take_in  # noqa: PLC0415  as above
    from liantu.library.messages import format_issue  # noqa: PLC0415  as above
    from liantu.library.scenarios import scenarios_of  # noqa: PLC0415  as above

    path = Path(name)
    _remember(path)
    found, issues = scenarios_of(path, parts.bridge.session.atlas)
    if issues:
        words = text("ui.scenarios.bad", path=path, reason=format_issue(issues[0]))
        parts.banner.tell(words, kind="bad", about=ABOUT)
    elif not found:
        parts.banner.tell(text("ui.scenarios.none_in", path=path), kind="bad", about=ABOUT)
    else:
        parts.bridge.edit(take_in(found))


def _dialog(parts: Parts, code: str) -> QFileDialog:
    start = export_memory.start(export_memory.Kind.SCENARIO)
    dialog = QFileDialog(parts.shell, text(code), str(start))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setNameFilters([text("ui.scenarios.file")])
    return dialog


def _remember(path: Path) -> None:
    export_memory.save(export_memory.Kind.SCENARIO, export_memory.Choice(str(path.parent)))


_ACTS: Mapping[str, Callable[[Parts, str, str], None]] = {
    "use": _use,
    "edit": _edit,
    "copy": _copy,
    "rename": _rename,
    "note": _note,
    "delete": _delete,
    "compare": _compare,
    "export": _export,
    "import": fetch,
}
VERBS = (
    Verb(
        id="scenario_import",
        menu=Menu.SCENARIO,
        run=fetch,
        enabled=lambda parts: not parts.bridge.block,
    ),
)
