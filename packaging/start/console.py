"""The program for the console, frozen."""

import gc
import sys

from liantu.cli.main import run

gc.freeze()
gc.enable()
sys.exit(run())
