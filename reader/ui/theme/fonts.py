"""The bundled fonts: Charis SIL for the copy, Inter for the interface (both OFL)."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from reader.lexicon.resources import find_resource
from reader.ui.theme.theme import TEXT_FAMILY

FACES = (
    "CharisSIL-Regular.ttf",
    "CharisSIL-Bold.ttf",
    "CharisSIL-Italic.ttf",
    "CharisSIL-BoldItalic.ttf",
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
)


def load_text_font() -> None:
    """Make the one face known that the first frame needs."""
    QFontDatabase.addApplicationFont(str(find_resource(f"fonts/{FACES[0]}")))


def load_fonts() -> None:
    """Make the other bundled faces known to Qt, and the first where it is not yet."""
    known = TEXT_FAMILY in QFontDatabase.families()
    for face in FACES[known:]:
        QFontDatabase.addApplicationFont(str(find_resource(f"fonts/{face}")))
