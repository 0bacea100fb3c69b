"""The palette and the one style sheet of the program, made from a theme's tokens."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QPalette

from reader.ui.theme.theme import Theme

_SHEET = Template(
    """
QMainWindow, QDialog, #header, #status, #review { background: $window; color: $text; }
QWidget { color: $text; }
#header { border-bottom: 1px solid $line; }
#status { border-top: 1px solid $line; }
#review { border-left: 1px solid $line; }
#page, #comparison, #comparison > QWidget { background: $page; }
#cardScroll, #cardView { background: transparent; }
#card { background: $panel; border: 1px solid $line; border-radius: 8px; }
#card:focus { border: 2px solid $focus; }
#divider { background: $line; }
#tag { border: 1px solid $duplicate; border-radius: 4px; padding: 1px 6px; color: $duplicate; }
QListView { background: transparent; border: 2px solid transparent; border-radius: 6px; outline: 0; }
QListView:focus { border: 2px solid $focus; }
QListWidget { background: $page; border: 1px solid $line; padding: 4px; }
QSplitter::handle { background: $line; }
QScrollArea { border: 0; background: transparent; }
QProgressBar { background: $line; border: 0; border-radius: 2px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QPushButton { background: $panel; border: 1px solid $edge; border-radius: 6px; padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $accent_tint; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 13px; }
QPushButton:disabled { color: $dim; border-color: $line; }
#primary { background: $accent; color: $on_accent; border: 1px solid $accent; }
#primary:disabled { background: $line; color: $dim; border-color: $line; }
#recent { border: 0; background: transparent; color: $accent; }
QToolButton { background: $panel; border: 1px solid $edge; border-radius: 6px; padding: 4px 10px; }
QToolButton:hover { background: $accent_tint; }
QToolButton:focus { border: 2px solid $focus; padding: 3px 9px; }
#viewMenu { padding-right: 22px; }
QLineEdit, QComboBox, QSpinBox { background: $panel; border: 1px solid $edge; border-radius: 6px; padding: 4px 8px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus { border: 2px solid $focus; padding: 3px 7px; }
#mergeLine { background: $panel; border: 1px solid $edge; border-radius: 6px; padding: 4px 6px;
  selection-background-color: $selection; selection-color: $text; }
#mergeLine:focus { border: 2px solid $focus; padding: 3px 5px; }
#copyRows { border: 1px solid $line; border-radius: 6px; }
QComboBox QAbstractItemView { background: $panel; selection-background-color: $accent_tint; selection-color: $text; }
QMenuBar { background: $window; color: $text2; }
QMenuBar::item { padding: 3px 10px; background: transparent; }
QMenuBar::item:selected { background: $accent_tint; color: $text; border-radius: 4px; }
QMenu { background: $panel; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent_tint; color: $text; }
QMenu::item:disabled { color: $dim; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px; }
QCheckBox:focus { color: $focus; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: 2px; min-height: 28px; margin: 2px 3px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 2px; min-width: 28px; margin: 3px 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
)

_ROLES = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "page"),
    (QPalette.ColorRole.AlternateBase, "panel"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.Button, "panel"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "text"),
    (QPalette.ColorRole.PlaceholderText, "dim"),
    (QPalette.ColorRole.ToolTipBase, "panel"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Link, "accent"),
)


def make_style_sheet(theme: Theme) -> str:
    """The style sheet of the whole program."""
    return _SHEET.substitute(theme.colors)


def make_palette(theme: Theme) -> QPalette:
    """The palette for what style sheets do not reach."""
    palette = QPalette()
    for role, name in _ROLES:
        palette.setColor(role, theme.color(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("dim"))
    return palette
