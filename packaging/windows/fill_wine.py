"""Fills two holes of Wine 8 in one prefix: ``python fill_wine.py PREFIX``.

numpy 2 calls functions for complex numbers that Wine's ucrtbase.dll has only as stubs that end the
program. A copy of the DLL with their few bytes of machine code is put into the prefix, to be run
with ``WINEDLLOVERRIDES=ucrtbase=n,b``. typst wants bcryptprimitives.dll, which is made from the C
beside this script. Nothing of it is ever shipped.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pe import exports

BUILTIN = Path("/usr/lib/x86_64-linux-gnu/wine/x86_64-windows/ucrtbase.dll")
MARK, OWN_MARK = b"Wine builtin DLL", b"Wine patched DLL"
CODE = {
    "crealf": "660f6ec1c3",  # movd xmm0, ecx ; ret: a complex float comes in rcx
    "cimagf": "48c1e920660f6ec1c3",  # shr rcx, 32 ; movd xmm0, ecx ; ret
    "creal": "f20f1001c3",  # movsd xmm0, [rcx] ; ret: a complex double comes by reference
    "cimag": "f20f104108c3",  # movsd xmm0, [rcx+8] ; ret
    "creall": "f20f1001c3",
    "cimagl": "f20f104108c3",
}


COMPILER = "x86_64-w64-mingw32-gcc"


def main(prefix: Path) -> None:
    """Write both DLLs into the prefix."""
    system = prefix / "drive_c" / "windows" / "system32"
    (system / "ucrtbase.dll").write_bytes(_filled())
    source, made = Path(__file__).with_name("bcryptprimitives.c"), system / "bcryptprimitives.dll"
    flags = ["-shared", "-s", "-O2"]
    subprocess.run([COMPILER, *flags, "-o", str(made), str(source), "-ladvapi32"], check=True)


def _filled() -> bytes:
    image = bytearray(BUILTIN.read_bytes())
    where = exports(bytes(image))
    for name, code in CODE.items():
        machine = bytes.fromhex(code)
        image[where[name] : where[name] + len(machine)] = machine
    mark = image.index(MARK)
    image[mark : mark + len(MARK)] = OWN_MARK
    return bytes(image)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
