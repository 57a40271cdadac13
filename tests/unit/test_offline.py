"""The program has no way into a network: imports none, names none; the guard would notice."""

from __future__ import annotations

import ast
import json
import re
import socket
import subprocess
import sys
import threading
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest

from tests.helpers import offline

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
WORDS = sorted((ROOT / "resources" / "wording").glob("*.json"))
WAYS_OUT = {
    *(
        "socket",
        "ssl",
        "socketserver",
        "http",
        "urllib.request",
        "ftplib",
        "smtplib",
        "poplib",
        "imaplib",
    ),
    *("telnetlib", "nntplib", "xmlrpc", "webbrowser", "asyncio", "asyncore", "wsgiref"),
    *("requests", "httpx", "urllib3", "aiohttp", "websockets", "pycurl", "paramiko", "sentry_sdk"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtHttpServer", "PySide6.QtDBus"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtRemoteObjects"),
}
"""Modules that open connections, their own or those of a browser."""
PROGRAMS = {"subprocess", "multiprocessing", "pty", "QProcess"}
"""What could start another program."""
AFRESH = "src/liantu/ui/habits/afresh.py"
"""Starts this very program anew."""
LIBRARIES = re.compile(r"ws2_32|wsock32|wininet|winhttp|urlmon|iphlpapi", re.IGNORECASE)
"""Libraries of Windows that open connections, for those who call the system past Python."""
NAMED = re.compile(
    r"https?://(?:www\.w3\.org|schemas\.(?:openxmlformats\.org|microsoft\.com)|json-schema\.org)/"
)
"""Addresses that stand in the source as names of formats; nobody opens them."""
ADDRESS = re.compile(r"(?:https?|ftp|wss?)://[^\s\"'<>）)]*|\bwww\.[\w.]+", re.IGNORECASE)
CALLING_HOME = re.compile(
    r"telemetry|analytics|sentry|check_?(?:for_?)?updates?\b|auto_?updat|phone_?home|"
    r"检查更新|自动更新|在线更新|新版本可用|遥测|上报使用|匿名统计",
    re.IGNORECASE,
)


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module, and every name of a module, that is imported anywhere in a file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            for alias in node.names:
                yield f"{node.module}.{alias.name}"
                yield alias.name


def strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def within(name: str, forbidden: set[str]) -> bool:
    return any(name == way or name.startswith(way + ".") for way in forbidden)


@cache
def trees() -> dict[str, ast.AST]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in SOURCES
    }


def each(find: Callable[[ast.AST], Iterator[str]]) -> Iterator[tuple[str, str]]:
    for path, tree in trees().items():
        for found in find(tree):
            yield path, found


def test_no_source_imports_a_way_out() -> None:
    assert len(SOURCES) > 300
    assert [row for row in each(imports) if within(row[1], WAYS_OUT)] == []
    assert {path for path, name in each(imports) if within(name, PROGRAMS)} == {AFRESH}


def test_nothing_is_imported_by_a_name_made_at_run_time() -> None:
    def calls(tree: ast.AST) -> Iterator[str]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                own = node.args and ast.unparse(node.args[0]).startswith("f'{__name__}.")
                if name in {"__import__", "eval", "exec"}:
                    yield name
                elif name.endswith("import_module") and not own:
                    yield ast.unparse(node)

    assert list(each(calls)) == []


def test_only_files_of_this_machine_are_handed_to_the_system() -> None:
    def addresses(tree: ast.AST) -> Iterator[str]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("openUrl"):
                yield ast.unparse(node.args[0])

    found = [row for row in each(addresses) if not row[1].startswith("QUrl.fromLocalFile(")]
    assert found == []
    assert len(list(each(addresses))) >= 2, "the search finds what there is"


def test_no_library_of_the_system_that_connects_is_named() -> None:
    told = (path.read_text(encoding="utf-8") for path in SOURCES)
    assert [found for words in told for found in LIBRARIES.findall(words)] == []


def test_no_address_and_no_calling_home_in_the_source() -> None:
    found = [
        (path, told)
        for path, words in each(strings)
        for told in (*ADDRESS.findall(words), *CALLING_HOME.findall(words))
        if not NAMED.match(told)
    ]
    assert found == []


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_no_sentence_tells_of_addresses_or_updates(path: Path) -> None:
    told = "\n".join(map(str, json.loads(path.read_text(encoding="utf-8")).values()))
    assert (*ADDRESS.findall(told), *CALLING_HOME.findall(told)) == ()


CORE = """
import sys
from liantu.cli import usage
from liantu.document import session
from liantu.briefing import order
from liantu.telling.lists import catalogue
from liantu.library import load
print(*sorted(sys.modules))
"""


def test_the_core_loads_nothing_that_could_connect() -> None:
    run = [sys.executable, "-c", CORE]
    loaded = subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()
    assert "liantu.library.reader" in loaded
    assert [name for name in loaded if within(name, WAYS_OUT)] == []


# -- the guard of all tests


def _lookup() -> None:
    socket.getaddrinfo("localhost", 80)


def _listen() -> None:
    socket.create_server(("127.0.0.1", 0))


def _fetch() -> None:
    urllib.request.urlopen("http://127.0.0.1:9/")


def _browse() -> None:
    webbrowser.GenericBrowser("true").open("http://127.0.0.1:9/")


@pytest.mark.parametrize("way", [socket.socket, _lookup, _listen, _fetch, _browse])
def test_the_guard_refuses_every_way_out(way: Callable[[], object]) -> None:
    with offline.refused() as tried, pytest.raises(offline.OnlineError):
        way()
    assert len(tried) == 1


def test_a_refusal_that_is_swallowed_is_noticed_and_one_of_another_thread() -> None:
    def swallowed() -> None:
        with suppress(Exception):
            socket.socket()

    with offline.refused() as tried:
        swallowed()
        thread = threading.Thread(target=swallowed)
        thread.start()
        thread.join()
    assert len(tried) == 2


def test_other_programs_are_refused_where_asked() -> None:
    command = [sys.executable, "-c", "pass"]
    with offline.refused(programs=True) as tried, pytest.raises(offline.OnlineError):
        subprocess.run(command, check=True)
    assert len(tried) == 1
    with offline.refused() as tried:
        subprocess.run(command, check=True)
    assert tried == []
