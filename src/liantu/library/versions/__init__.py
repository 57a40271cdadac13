"""Named versions of a data folder: kept (``snapshots``), as a zip (``archives``), and read again
from whatever names one (``opening``).
"""
