"""What Reader remembers between runs, beside articles: text size, folder and kinds of the last export, author.

One JSON file in the user's configuration folder, written whole and atomically. A file that cannot be read counts as
none: settings are never worth a refusal.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from platformdirs import user_config_path, user_data_path

TEXT_SIZES = (15, 28)
"""Smallest and largest size of the text, in logical pixels."""


class Settings(NamedTuple):
    """All settings with their defaults; `theme` is "", "light" or "dark" (empty: as the system).

    A named tuple, for the first frame waits for it: dataclasses take milliseconds to import and to make.
    """

    text_size: int = 19
    theme: str = ""
    export_folder: str = ""
    export_kinds: tuple[str, ...] = ("clean", "redline")
    author: str = ""


def settings_path() -> Path:
    """The file of settings."""
    return Path(user_config_path("reader")) / "settings.json"


def library_path() -> Path:
    """The file of the library."""
    return Path(user_data_path("reader")) / "library.sqlite"


def load_settings(path: Path | None = None) -> Settings:
    """The settings as kept; defaults for what is missing or makes no sense."""
    file = path or settings_path()
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    return Settings(
        *(_fit(kept.get(name), default) for name, default in zip(Settings._fields, Settings(), strict=True))
    )


def _fit(value: Any, default: Any) -> Any:
    if isinstance(default, tuple):
        return tuple(str(item) for item in value) if isinstance(value, list) else default
    if isinstance(default, int):
        return min(max(value, TEXT_SIZES[0]), TEXT_SIZES[1]) if isinstance(value, int) else default
    return value if isinstance(value, str) else default


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Keep the settings; where that fails, nothing else does."""
    file = path or settings_path()
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new")
        fresh.write_text(json.dumps(settings._asdict(), indent=1), encoding="utf-8")
        fresh.replace(file)
