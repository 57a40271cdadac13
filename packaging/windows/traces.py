"""What a Wine prefix holds, line by line: ``python traces.py PREFIX``.

Two such lists, before and after, tell what an installer left behind. What others than the
program write is left out.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

OF_OTHERS = re.compile(
    r"(Software\\+Wine\b|System\\+|Hardware\\+|Volatile Environment"
    r"|Software\\+Microsoft\\+(Cryptography|Windows NT\\+CurrentVersion\\+(Fonts|Perflib))"
    r"|Software\\+Microsoft\\+Windows\\+CurrentVersion\\+Explorer\\+(User )?Shell Folders"
    r"|Software\\+QtProject)",
    re.IGNORECASE,
)
"""Keys of Wine; and the folders that dialogs of Qt remember for all programs of Qt together."""
HIVES = ("user.reg", "system.reg")


def files(prefix: Path) -> Iterator[str]:
    """Every file and folder of the drive but Windows itself and what is temporary."""
    drive = prefix / "drive_c"
    for path in sorted(drive.rglob("*")):
        parts = path.relative_to(drive).parts
        if parts[0] != "windows" and "Temp" not in parts:
            yield "/".join(parts)


def registry(prefix: Path) -> Iterator[str]:
    """Every key, and every value below its key."""
    for hive in HIVES:
        key, wanted = "", False
        for line in (prefix / hive).read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("["):
                key = line[1 : line.rindex("]")]
                wanted = not OF_OTHERS.match(key)
                if wanted:
                    yield f"{hive} {key}"
            elif wanted and line and not line.startswith("#"):
                yield f"{hive} {key} {line}"


def main(prefix: Path) -> None:
    """Print the list."""
    for line in (*files(prefix), *registry(prefix)):
        sys.stdout.buffer.write(f"{line}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
