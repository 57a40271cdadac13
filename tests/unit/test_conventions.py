"""What the whole tree promises: nothing of one machine in it, modules of a readable size."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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


@dataclass(frozen=True, slots=True)
class Module:
    """What is looked at of a module, each of which is parsed once."""

    lines: int
    functions: dict[str, int]
    called: set[str]
    imported: set[str]
    """Whatever the place of the file, so not below a condition or within a function."""


@cache
def module(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions, called = {}, set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno
            functions[node.name] = max(lines, functions.get(node.name, 0))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.add(node.func.id)
    plain = {
        alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names
    }
    imported = plain | {node.module or "" for node in tree.body if isinstance(node, ast.ImportFrom)}
    return Module(text.count("\n"), functions, called, imported)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_registry_and_no_path_of_a_machine() -> None:
    found = [p.name for p in TEXTS if FORBIDDEN.search(p.read_text(encoding="utf-8"))]
    assert found == []


def test_modules_and_functions_stay_small() -> None:
    assert [named(path) for path in SOURCES if module(path).lines > 400] == []
    long = {
        named(path): [name for name, lines in module(path).functions.items() if lines > 50]
        for path in SOURCES
    }
    assert {name: functions for name, functions in long.items() if functions} == {}


def test_nothing_runs_what_a_file_says() -> None:
    running = {"eval", "exec", "compile", "__import__"}
    found = {named(path): module(path).called & running for path in SOURCES}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_every_system_can_import_every_module() -> None:
    """Tests, what helps them and the bench among them: planners and engineers have Windows."""
    found = {named(path): module(path).imported & OF_ONE_SYSTEM for path in SOURCES + SCRIPTS}
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


def test_no_number_is_written_with_an_exponent() -> None:
    """Formats that fall back on 1.7e+04; only ``numerals`` may, which undoes it."""
    found = {
        named(path): EXPONENT.findall(path.read_text(encoding="utf-8"))
        for path in SOURCES
        if path.name != "numerals.py"
    }
    assert {name: formats for name, formats in found.items() if formats} == {}
