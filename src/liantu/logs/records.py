"""Logging set-up: quiet on the console, no personal data, nothing at import time."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from liantu.logs.privacy import redacted

MOST = 512 * 1024
"""Bytes of a file; a run has one and the one before it."""
RUNS = 10
"""Runs whose files are kept."""
NAME = "liantu"
_NAMES = (NAME, "py.warnings")
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
FAULTS = (" ERROR ", " CRITICAL ")
"""What stands in the first line of a record that an engineer looks for."""


class _Private(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """The record with its traceback, without names of persons."""
        return redacted(super().format(record))


class _Rotating(logging.FileHandler):
    """That of :mod:`logging.handlers` needs sockets and more, for which the window would wait."""

    def emit(self, record: logging.LogRecord) -> None:
        """Begin a new file where the record does not go into the present one."""
        try:
            size = len(self.format(record).encode("utf-8", "replace")) + len(os.linesep)
            if self.stream is not None and self.stream.tell() + size > MOST:
                self._turn()
            super().emit(record)
        except Exception:  # whoever logs must not fail for it
            self.handleError(record)

    def _turn(self) -> None:
        """Go on in the same file where another program holds it; the next record tries again."""
        self.close()
        with suppress(OSError):
            Path(self.baseFilename).replace(f"{self.baseFilename}.1")
        self.stream = self._open()


def start(verbose: bool = False) -> None:
    """Send the package's records of WARNING (``verbose``: DEBUG) and above to standard error,
    where there is one.
    """
    root = logging.getLogger(NAME)
    root.handlers[:] = []
    root.setLevel(logging.DEBUG if verbose else logging.WARNING)
    if sys.stderr is not None:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
        handler.setLevel(root.level)
        root.addHandler(handler)


def keep(folder: Path) -> Path | None:
    """Write the package's records of INFO and above, and Python's warnings, to a new file of this
    run in ``folder`` as well, which is made; ``None`` where that cannot be done.

    Every run has files of its own, as Windows lets nobody rename what another program has open.
    """
    path = folder / f"{NAME}-{stamp()}.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Rotating(path, encoding="utf-8", errors="replace")
    except OSError:
        return None
    handler.setFormatter(_Private(_LINE))
    for name in _NAMES:
        logging.getLogger(name).addHandler(handler)
    root = logging.getLogger(NAME)
    root.setLevel(min(root.level or logging.WARNING, logging.INFO))
    logging.captureWarnings(True)
    prune(folder, f"{NAME}-*.log*", 2 * RUNS)
    return path


def flush() -> None:
    """Have everything on disk, before the program ends without asking."""
    for handler in logging.getLogger(NAME).handlers:
        with suppress(OSError, ValueError):
            handler.flush()


def stop() -> None:
    """Write to no file any more."""
    logging.captureWarnings(False)
    for name in _NAMES:
        logger = logging.getLogger(name)
        for handler in [h for h in logger.handlers if isinstance(h, _Rotating)]:
            logger.removeHandler(handler)
            handler.close()


def stamp() -> str:
    """Names the files of this run; sorted, the newest come last."""
    return f"{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}"


def prune(folder: Path, pattern: str, most: int) -> None:
    """Keep the newest files; one that another run holds open stays."""
    found = sorted(folder.glob(pattern), key=lambda path: path.name)
    for path in found[: max(len(found) - most, 0)]:
        with suppress(OSError):
            path.unlink()


def newest_faults(folder: Path, most: int) -> list[str]:
    """The first lines of the newest faults in the files of ``folder``, the newest first."""
    found: list[str] = []
    for path in sorted(folder.glob(f"{NAME}-*.log*"), key=lambda path: path.name, reverse=True):
        found += reversed([*_faults(path)])
        if len(found) >= most:
            break
    return found[:most]


def _faults(path: Path) -> Iterator[str]:
    """Lines of a file that begin a fault; nothing of one that cannot be read."""
    with suppress(OSError), path.open(encoding="utf-8", errors="replace") as file:
        for line in file:
            if line[:4].isdigit() and any(mark in line for mark in FAULTS):
                yield line.strip()
