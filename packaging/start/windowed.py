"""The windowed program, frozen."""

import sys

from liantu.entry import run

sys.exit(run())
