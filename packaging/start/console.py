"""The program for the console, frozen."""

import sys

from liantu.cli.main import run

sys.exit(run())
