"""YAML ↔ model: reading a data folder with messages a planner can act on."""

from liantu.library.reader import Loaded, load

__all__ = ["Loaded", "load"]
