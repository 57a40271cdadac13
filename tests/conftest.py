"""Strict for all: an unexpected log record fails the test, and nothing outlives it."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from liantu import library, paths
from tests.helpers import crashes, offline, read_once, without_qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # where this platform of Qt knows no fonts of the system, and says so
    os.environ.setdefault("QT_QPA_FONTDIR", str(paths.resource("fonts")))
# How fast a machine is fails no test: neither a slow example nor a slow way to one.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")
"""Of pyproject.toml, known to pytest-qt."""


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """``--without-qt`` (with ``-p no:pytest-qt``) runs what needs no Qt and lets none in;
    ``--with-qt`` leaves out what the README's command runs that way.
    """
    parser.addoption("--without-qt", action="store_true", help="the core alone, Qt refused")
    parser.addoption("--with-qt", action="store_true", help="all that is not tested without Qt")
    if pluginmanager.is_blocked("pytest-qt"):
        for name in QT_SETTINGS:
            parser.addini(name, "of pytest-qt, which is not loaded")


def pytest_configure(config: pytest.Config) -> None:
    """Lock Qt out before the first test is collected."""
    if config.getoption("--without-qt"):
        without_qt.refuse()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let a process among several leave a trace if it crashes."""
    if hasattr(session.config, "workerinput"):
        crashes.watch(session.config._tmp_path_factory.getbasetemp())


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Tell what processes that crashed were doing."""
    for process, words in crashes.told(config._tmp_path_factory.getbasetemp()):
        terminalreporter.section(f"{process} crashed")
        terminalreporter.write_line(words)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what paints or opens windows, where Qt is locked out; what is run like that, where
    only the rest is asked for.
    """
    with_qt, without = config.getoption("--with-qt"), config.getoption("--without-qt")
    left_out = without and without_qt.needs_qt(collection_path)
    return True if left_out or (with_qt and without_qt.is_core(collection_path)) else None


@pytest.fixture(autouse=True)
def _own_settings(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """No test reads or writes the settings of the person who runs it."""
    folder = tmp_path_factory.mktemp("config")
    monkeypatch.setenv("LIANTU_CONFIG", str(folder))
    return folder


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows and commands share what was read of the shipped folder."""
    monkeypatch.setattr(library, "load", read_once.load)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """The program never opens a socket, asks for an address or opens a browser."""
    with offline.refused() as tried:
        yield
    assert tried == []


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An unexpected warning or error in the log fails the test."""
    yield
    records = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert [r.getMessage() for r in records] == []


@pytest.fixture(autouse=True)
def _no_thread_left() -> Iterator[None]:
    """Every thread that a test starts has ended when it ends."""
    before = set(threading.enumerate())
    yield
    ours = [t for t in threading.enumerate() if not t.daemon or t.name == "liantu-task"]
    left = [t for t in ours if t not in before]
    assert [t.name for t in left] == []


@pytest.fixture(scope="session")
def qapp() -> Iterator[QApplication]:
    """The program's own application object; Qt is imported only where a test asks for it."""
    from liantu.ui.app import make_app

    yield make_app()
