"""What the whole tree promises: nothing of one machine in it, modules of a readable size."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TEXTS = [
    p
    for folder in ("src", "chains", "resources", "packaging", ".ci")
    for p in sorted((ROOT / folder).rglob("*"))
    if p.is_file() and p.suffix in {"", ".py", ".json", ".yaml", ".md", ".sh", ".svg"}
]
SCRIPTS = [path for top in ("tests", "packaging") for path in (ROOT / top).rglob("*.py")]
OF_ONE_SYSTEM = {
    *("curses", "fcntl", "grp", "posix", "pty", "pwd", "readline", "resource", "syslog"),
    *("termios", "tty", "_winapi", "msvcrt", "nt", "winreg", "winsound"),
}
"""Modules of the standard library that one system has and another lacks."""
FORBIDDEN = re.compile(r"(pypi\.org|pypi\.python|files\.pythonhosted|/root/|/work/|/home/\w)")


def test_no_registry_and_no_path_of_a_machine() -> None:
    found = [p.name for p in TEXTS if FORBIDDEN.search(p.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= 50, node.name


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_nothing_runs_what_a_file_says(path: Path) -> None:
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"eval", "exec", "compile", "__import__"}


def taken_in(path: Path) -> set[str]:
    """What is imported wherever the file is, so not below a condition or within a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {
        alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names
    }
    return plain | {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}


def test_every_system_can_import_every_module() -> None:
    """Tests, what helps them and the bench among them: planners and engineers have Windows."""
    found = {
        str(path.relative_to(ROOT)): taken_in(path) & OF_ONE_SYSTEM for path in SOURCES + SCRIPTS
    }
    assert {name: modules for name, modules in found.items() if modules} == {}


def test_templates_import_nothing() -> None:
    text = (ROOT / "src/liantu/render/pdf.py").read_text(encoding="utf-8")
    assert "#import" not in text
    assert "@preview" not in text


def test_what_contributors_are_told_to_touch_exists() -> None:
    words = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w./*<>]+/[\w./*<>]+)`", words)
    roots = (ROOT, ROOT / "src/liantu", ROOT / "resources")
    lost = [
        path
        for path in named
        if not any([*root.glob(re.sub("<.*?>", "*", path))] for root in roots)
    ]
    assert len(named) > 20
    assert lost == []


EXPONENT = re.compile(r"\{[^{}\"']+:[-+,<>^=0-9. ]*[gGeE]\}|%\.?[0-9]*[gGeE]")


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.stem)
def test_no_number_is_written_with_an_exponent(path: Path) -> None:
    """Formats that fall back on 1.7e+04; only ``numerals`` may, which undoes it."""
    if path.name != "numerals.py":
        assert EXPONENT.findall(path.read_text(encoding="utf-8")) == []
