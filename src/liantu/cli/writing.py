"""A file that a command writes: whether it can be of its kind, and how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from liantu.cli.parsing import GOOD, NOT_WRITTEN, say
from liantu.cli.usage import UsageError
from liantu.render.errors import ExportError
from liantu.wording import text


def known_suffix(out: Path | None, suffixes: Sequence[str]) -> None:
    """Raises :class:`UsageError` where a file is of none of the kinds that there are; none is asked
    for where there is no file.
    """
    known = [suffix.removeprefix(".") for suffix in suffixes]
    if out is not None and out.suffix.casefold().removeprefix(".") not in known:
        raise wrong_suffix(known)


def wrong_suffix(known: Iterable[str]) -> UsageError:
    """That a file can be of these kinds alone."""
    return UsageError("cli.usage.suffix", wanted=" / ".join(f".{suffix}" for suffix in known))


def written(out: Path, write: Callable[[], object]) -> int:
    """Let a file be written and tell where it is, or why it could not be; the exit code of that."""
    try:
        write()
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=out))
    return GOOD
