"""Who the program is to the desktop."""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from liantu.ui.habits import identity


def test_the_windows_carry_the_icon_of_the_program(qapp: QApplication) -> None:
    picture = qapp.windowIcon().pixmap(64, 64).toImage()
    assert (picture.width(), picture.height()) == (64, 64)
    assert picture.pixelColor(32, 6).name() == "#1657a8"
    assert QGuiApplication.desktopFileName() == "liantu"
    assert qapp.applicationDisplayName() == "链图"


def test_windows_is_told_a_group_of_its_own(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    shell = SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(shell32=shell), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    identity.identify(qapp)
    assert told == ["Liantu.Liantu"]


def test_a_shell_without_groups_is_no_hindrance(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    identity.identify(qapp)
    assert qapp.applicationName() == "liantu"
