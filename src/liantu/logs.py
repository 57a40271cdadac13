"""Logging set-up: quiet on the console, no personal data, nothing at import time."""

from __future__ import annotations

import logging
import sys


def start(verbose: bool = False) -> None:
    """Send the package's records of WARNING (``verbose``: DEBUG) and above to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("liantu")
    root.handlers[:] = [handler]
    root.setLevel(logging.DEBUG if verbose else logging.WARNING)
