"""The windowed program, frozen."""

import gc
import sys

from liantu.entry import run

gc.enable()
sys.exit(run())
