"""``manual``: the manual as text or on paper, and what it says of a word."""

from __future__ import annotations

import argparse
from pathlib import Path

from liantu import files
from liantu.cli.parsing import BAD_DATA, GOOD, Parser
from liantu.cli.usage import UsageError
from liantu.telling.help import book, finding
from liantu.wording import text

PDF, MARKDOWN = ".pdf", ".md"


def options(parser: Parser) -> Parser:
    """``--out`` and ``--search``."""
    parser.add_argument(
        "--out", type=Path, metavar=text("cli.manual.file"), help=text("cli.manual.out")
    )
    parser.add_argument("--search", metavar=text("cli.manual.word"), help=text("cli.manual.search"))
    return parser


def run(arguments: argparse.Namespace) -> int:
    """Write the manual, look for words in it, or print it."""
    if arguments.search:
        return _search(arguments.search)
    if arguments.out is None:
        print(book.whole(), end="")
    else:
        _write(arguments.out)
        print(text("cli.manual.written", path=arguments.out))
    return GOOD


def _search(words: str) -> int:
    hits = finding.find(words)
    for hit in hits:
        place = text("ui.manual.place", chapter=hit.title, section=hit.section)
        print(f"{place if hit.section else hit.title}\n  {hit.words}")
    if not hits:
        print(text("ui.manual.nothing", words=words))
    return GOOD if hits else BAD_DATA


def _write(path: Path) -> None:
    """By the ending of the name; pictures of the text go into a folder beside it."""
    ending = path.suffix.lower()
    if ending == PDF:
        from liantu.render.headless import prepare  # noqa: PLC0415  Qt, only to write pages

        prepare()
        from liantu.render.manual import manual  # noqa: PLC0415

        files.put(path, manual())
    elif ending == MARKDOWN:
        files.put(path, book.whole().encode("utf-8"))
        for picture in book.pictures():
            target = path.parent / picture
            target.parent.mkdir(exist_ok=True)
            files.put(target, (book.folder() / picture).read_bytes())
    else:
        raise UsageError("cli.manual.ending")
