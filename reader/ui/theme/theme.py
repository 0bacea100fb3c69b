"""A theme as a value: colour roles and steps of type, read from `resources/themes`."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont

from reader.lexicon.resources import find_resource

INTERFACE_FAMILY = "Inter"
TEXT_FAMILY = "Charis SIL"


class Theme(NamedTuple):
    """Colours by role (hex), steps of interface type (pixel size, weight) and measures of the text.

    A named tuple, for the first frame waits for it: dataclasses take milliseconds to import and to make.
    """

    name: str
    colors: dict[str, str]
    steps: dict[str, tuple[int, int]]
    text: dict[str, float]

    def color(self, role: str) -> QColor:
        """The colour of a role; `KeyError` where there is no such role."""
        return QColor(self.colors[role])

    def font(self, step: str) -> QFont:
        """The interface font of a step, figures tabular."""
        size, weight = self.steps[step]
        return _interface_font(size, weight)

    def text_font(self, size: int) -> QFont:
        """The font of the copy at a pixel size."""
        font = QFont(TEXT_FAMILY)
        font.setPixelSize(size)
        return font


@cache
def _interface_font(size: int, weight: int) -> QFont:
    font = QFont(INTERFACE_FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    if hasattr(QFont, "Tag"):  # PySide6 6.7 and later
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def load_theme(name: str) -> Theme:
    """The theme "light" or "dark"."""
    colors = json.loads(find_resource(f"themes/{name}.json").read_bytes())["colors"]
    steps = json.loads(find_resource("themes/type.json").read_bytes())
    interface = {step: (int(value["size"]), int(value["weight"])) for step, value in steps["interface"].items()}
    return Theme(name, colors, interface, {key: float(value) for key, value in steps["text"].items()})
