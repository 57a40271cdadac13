"""The little of the PE file format that the scripts beside this one need."""

from __future__ import annotations

import struct
from collections.abc import Iterator

Sections = list[tuple[int, ...]]
"""Each with its size in memory, its address, its size in the file and its place there."""
EXPORTS, IMPORTS = 112, 120
"""Where the header of a 64-bit image says where these tables are."""


def exports(image: bytes) -> dict[str, int]:
    """The exported names of a 64-bit DLL, each with its offset in the file."""
    header, sections = _header(image)
    table = _offset(struct.unpack_from("<I", image, header + EXPORTS)[0], sections)
    return dict(_named(image, table, sections))


def imports(image: bytes) -> list[str]:
    """The DLLs that a 64-bit image cannot be loaded without, in small letters."""
    header, sections = _header(image)
    address = struct.unpack_from("<I", image, header + IMPORTS)[0]
    return list(_imported(image, _offset(address, sections), sections)) if address else []


def _header(image: bytes) -> tuple[int, Sections]:
    """Where the optional header begins, and the sections."""
    signature = struct.unpack_from("<I", image, 0x3C)[0]
    count, size = struct.unpack_from("<H12xH", image, signature + 6)
    start = signature + 24
    found = [
        struct.unpack_from("<IIII", image, start + size + 40 * number + 8)
        for number in range(count)
    ]
    return start, found


def _imported(image: bytes, table: int, sections: Sections) -> Iterator[str]:
    while name := struct.unpack_from("<I", image, table + 12)[0]:
        yield _text(image, _offset(name, sections)).lower()
        table += 20


def _named(image: bytes, table: int, sections: Sections) -> Iterator[tuple[str, int]]:
    total, functions, names, ordinals = struct.unpack_from("<IIII", image, table + 24)
    for number in range(total):
        at = struct.unpack_from("<I", image, _offset(names, sections) + 4 * number)[0]
        place = struct.unpack_from("<H", image, _offset(ordinals, sections) + 2 * number)[0]
        code = struct.unpack_from("<I", image, _offset(functions, sections) + 4 * place)[0]
        yield _text(image, _offset(at, sections)), _offset(code, sections)


def _text(image: bytes, start: int) -> str:
    return image[start : image.index(b"\0", start)].decode("ascii")


def _offset(address: int, sections: Sections) -> int:
    """Raises ``ValueError`` for an address that is in no section."""
    for length, start, raw, offset in sections:
        if start <= address < start + max(length, raw):
            return offset + address - start
    raise ValueError(hex(address))
