"""The bundled fonts: Charis SIL for the copy, Inter for the interface (both OFL)."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader.lexicon.resources import find_resource

FACES = (
    "CharisSIL-Regular.ttf",
    "CharisSIL-Bold.ttf",
    "CharisSIL-Italic.ttf",
    "CharisSIL-BoldItalic.ttf",
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
)


def load_fonts() -> None:
    """Make the bundled faces known to Qt."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(find_resource(f"fonts/{face}")))
