"""A data folder kept safe: saved whole or not at all, locked, backed up, recovered, copied.

All of it works on files: call it on a worker, and once at a time for a folder.
"""

from liantu.library.keeping import backups, recovery
from liantu.library.keeping.base import Base
from liantu.library.keeping.copying import is_shipped, own_copy
from liantu.library.keeping.errors import (
    BadNameError,
    ChangedOutsideError,
    FileError,
    HalfSavedError,
    HeldError,
    NotMeantError,
    SavingError,
    ShippedError,
    SpoiltError,
)
from liantu.library.keeping.holder import Holder
from liantu.library.keeping.lock import Lock, holder
from liantu.library.keeping.outside import changed_outside
from liantu.library.keeping.saving import Saved, save

__all__ = [
    "BadNameError",
    "Base",
    "ChangedOutsideError",
    "FileError",
    "HalfSavedError",
    "HeldError",
    "Holder",
    "Lock",
    "NotMeantError",
    "Saved",
    "SavingError",
    "ShippedError",
    "SpoiltError",
    "backups",
    "changed_outside",
    "holder",
    "is_shipped",
    "own_copy",
    "recovery",
    "save",
]
