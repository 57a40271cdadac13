"""The windowed program, frozen."""

import gc
import sys

from liantu.entry import run

gc.freeze()  # what is there by now stays, and need not be gone through ever again
gc.enable()
sys.exit(run())
