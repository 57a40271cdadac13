"""帮助: problems of the data, of the machine and of the program; about it."""

from __future__ import annotations

from liantu.model.focus import PLAN
from liantu.ui.dialogs.about import AboutDialog
from liantu.ui.dialogs.doctor import DoctorDialog
from liantu.ui.dialogs.problems import ProblemsDialog
from liantu.ui.habits.fault import open_log_folder
from liantu.ui.manual.keys import KeysWindow
from liantu.ui.manual.window import ManualWindow
from liantu.ui.parts import Parts
from liantu.ui.verbs.verb import Menu, Verb
from liantu.ui.verbs.view import has_map
from liantu.wording import text


def show_manual(parts: Parts) -> None:
    """Turn the manual to the page in front."""
    shell, focus = parts.shell, parts.selection.focus
    window = shell.findChild(ManualWindow) or ManualWindow(shell.tones, shell)
    section = text(f"ui.plan.{focus.plan}") if focus.page == PLAN else ""
    window.open_at(focus.page, section)


def show_keys(parts: Parts) -> None:
    """Tell every key."""
    shell = parts.shell
    window = shell.findChild(KeysWindow) or KeysWindow(shell.tones, shell)
    window.show()
    window.raise_()
    window.activateWindow()


def has_problems(parts: Parts) -> bool:
    """Whether reading found anything."""
    return bool(parts.bridge.session.issues)


def show_problems(parts: Parts) -> None:
    """List the problems of the folder."""
    session = parts.bridge.session
    ProblemsDialog(session.issues, session.folder, parts.shell).show()


def show_about(parts: Parts) -> None:
    """Tell about program and data."""
    AboutDialog(parts.bridge.session.opened, parts.shell).show()


def show_legend(parts: Parts) -> None:
    """Tell what the shapes on the map mean."""
    parts.map.legend.tell_all(parts.map.head)


def show_logs(_: Parts) -> None:
    """Open the folder of the logs."""
    open_log_folder()


def show_doctor(parts: Parts) -> None:
    """Look whether this machine has what the program needs."""
    DoctorDialog(parts.shell).show()


VERBS = (
    Verb(id="manual", menu=Menu.HELP, run=show_manual, keys=("F1",)),
    Verb(id="keys", menu=Menu.HELP, run=show_keys, keys=("Ctrl+/",)),
    Verb(id="legend", menu=Menu.HELP, run=show_legend, keys=("Shift+F1",), enabled=has_map),
    Verb(
        id="problems",
        menu=Menu.HELP,
        run=show_problems,
        icon="triangle-alert",
        apart=True,
        enabled=has_problems,
    ),
    Verb(id="doctor", menu=Menu.HELP, run=show_doctor, apart=True),
    Verb(id="logs", menu=Menu.HELP, run=show_logs),
    Verb(id="about", menu=Menu.HELP, run=show_about, icon="info"),
)
