"""``python -m liantu`` is ``liantu``."""

from liantu.entry import run

raise SystemExit(run())
