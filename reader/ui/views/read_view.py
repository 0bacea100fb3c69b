"""The view Read: the copy as a page, its margin at the left and the overview ruler at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reader.app.presenters.text_marks import TextMark
from reader.core.changes import Change, Mapping
from reader.ui.editor.article_edit import ArticleEdit, ArticleSource
from reader.ui.editor.margin import MarginWidget
from reader.ui.editor.mark_layer import EditorMark
from reader.ui.editor.overview_ruler import OverviewRuler
from reader.ui.theme.theme import Theme

_SETTLE_MS = 80


class ReadView(QWidget):
    """Shows the article of a source with its marks; tells which blocks are in sight."""

    visible_blocks_changed = Signal(object)

    def __init__(self, theme: Theme, text_size: int, ruler_name: str, cut_word: str) -> None:
        super().__init__()
        self.editor = ArticleEdit(theme, text_size)
        self.margin = MarginWidget(self.editor, theme, cut_word)
        self.ruler = OverviewRuler(self.editor, theme, ruler_name)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.editor, 1)
        box.addWidget(self.ruler)
        self._visible: list[int] = []
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._tell_visible)
        self.editor.scrolled.connect(self._settle.start)

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.editor.set_theme(theme)
        self.margin.theme = theme
        self.ruler.theme = theme
        self.ruler.forget()
        self.margin.update()

    def set_text_size(self, size: int) -> None:
        """Set the copy at another pixel size."""
        self.editor.set_text_size(size)

    def set_margin(self, width: int) -> None:
        """Keep room for the margin."""
        self.editor.set_margin(width)
        self.margin.place()

    def show_source(self, source: ArticleSource, *, read_only: bool) -> None:
        """Show the article of a source."""
        self.editor.show_marks(())
        self.editor.show_source(source, read_only=read_only)
        self.ruler.forget()
        self._settle.start()

    def apply(self, changes: Sequence[Change], mapping: Mapping) -> None:
        """Show changes that did not come from typing."""
        self.editor.marks.carry(mapping)
        self.editor.apply(changes)

    def carry_marks(self, mapping: Mapping) -> None:
        """Typing: the marks follow."""
        self.editor.marks.carry(mapping)

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Show these marks."""
        self.editor.show_marks([EditorMark(m.look, m.place, m.current, m.margin, m.kept) for m in marks])
        self.ruler.forget()
        self.margin.update()

    def _tell_visible(self) -> None:
        visible = self.editor.visible_blocks()
        if visible != self._visible:
            self._visible = visible
            self.visible_blocks_changed.emit(visible)
