"""What the window remembers: a small versioned JSON file; a bad file is ignored."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from liantu import paths

VERSION = 1
THEMES = ("system", "light", "dark")


@dataclass(slots=True)
class Settings:
    """``geometry`` and the splitters are Qt's own state as base 64 text; empty means default."""

    geometry: str = ""
    columns: str = ""
    rows: str = ""
    chain: str = ""
    folder: str = ""
    page: str = "home"
    theme: str = "system"


def path() -> Path:
    """Where the settings are kept."""
    return paths.config_folder() / "settings.json"


def load() -> Settings:
    """The settings as saved; defaults where the file is absent, broken or of another version."""
    try:
        raw = json.loads(path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(raw, dict) or raw.get("version") != VERSION:
        return Settings()
    known = {f.name for f in fields(Settings)}
    read = Settings(**{k: v for k, v in raw.items() if k in known and isinstance(v, str)})
    if read.theme not in THEMES:
        read.theme = "system"
    return read


def save(settings: Settings) -> bool:
    """Write through a temporary file; ``False`` where the folder cannot be written."""
    target = path()
    temporary = target.with_suffix(".tmp")
    body = json.dumps({"version": VERSION, **asdict(settings)}, ensure_ascii=False, indent=1)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(body + "\n", encoding="utf-8")
        temporary.replace(target)
    except OSError:
        return False
    return True
