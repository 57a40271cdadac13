"""Pictures of the pages of office files, to be looked at."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.office import render


def main() -> int:
    """0, or 2 where a program is lacking."""
    parser = argparse.ArgumentParser(prog="python -m tests.office", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, help="DOCX, PPTX, XLSX or PDF")
    parser.add_argument("--out", type=Path, default=Path("office-pages"), help="folder")
    parser.add_argument("--dpi", type=int, default=80)
    asked = parser.parse_args()
    if lacking := render.missing():
        print(f"not rendered, these programs are missing: {lacking}", file=sys.stderr)
        return 2
    asked.out.mkdir(parents=True, exist_ok=True)
    for path in asked.files:
        made = path if path.suffix == ".pdf" else render.to_pdf(path, asked.out)
        for page in render.to_pages(made, asked.out, asked.dpi):
            print(page)
    return 0


if __name__ == "__main__":
    sys.exit(main())
