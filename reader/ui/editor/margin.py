"""The margin: ¶ numbers of the opened article, bars beside repeats, and a word on what they repeat."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QTextBlock
from PySide6.QtWidgets import QWidget

from reader.app.presenters.looks import Look
from reader.core.article import Article
from reader.ui.editor.article_edit import ArticleEdit
from reader.ui.editor.document_mirror import tag_of
from reader.ui.editor.mark_layer import EditorMark
from reader.ui.theme.theme import Theme

_BAR_ROOM = 14


class MarginWidget(QWidget):
    """Stands at the left of the copy and scrolls with it."""

    def __init__(self, edit: ArticleEdit, theme: Theme, cut_word: str) -> None:
        super().__init__(edit)
        self.theme = theme
        self._edit = edit
        self._cut_word = cut_word
        self._seams: tuple[Article | None, dict[int, str]] = (None, {})
        edit.updateRequest.connect(self._on_update)
        self.place()

    def place(self) -> None:
        """Take the room left of the column."""
        left = self._edit.viewportMargins().left()
        self.setGeometry(0, self._edit.viewport().y(), left, self._edit.viewport().height())

    def _on_update(self, _rect: object, _dy: int) -> None:
        self.place()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint numbers, bars and words of the blocks in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        article = self._edit.article
        block = self._edit.first_visible()
        while article is not None and block.isValid():
            top = self._edit.block_top(block)
            if top > event.rect().bottom():
                return
            ident = tag_of(block)
            if ident in article:
                number = article.block(ident).origin.number
                self._paint_block(painter, block, top, number, self._edit.marks.marks_of(ident))
                self._paint_seam(painter, top, self._seams_of(article).get(ident, ""))
            block = block.next()

    def _paint_block(self, painter: QPainter, block: QTextBlock, top: float, number: int, marks: object) -> None:
        right = self.width() - _BAR_ROOM - 4
        pitch = self._edit.line_pitch
        painter.setFont(self.theme.font("meta"))
        painter.setPen(self.theme.color("dim"))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if number:
            painter.drawText(QRectF(0, top, right, pitch), flags, str(number))
        height = block.layout().lineCount() * pitch
        found = [mark for mark in marks if isinstance(mark, EditorMark)] if isinstance(marks, list) else []
        shown = next((m for m in found if m.look in (Look.REPEAT, Look.CAPTION) and not m.kept), None)
        kept = next((m for m in found if m.kept), None)
        clash = next((m for m in found if m.look is Look.CLASH and m.margin), None)
        if clash is not None:
            self._paint_flag(painter, clash.margin, top)
            return
        mark = shown or kept
        if mark is None:
            return
        self._paint_bar(painter, mark, QRectF(self.width() - _BAR_ROOM, top + 3, 6, height - 6))
        if mark.margin and height >= pitch:
            painter.setFont(self.theme.font("tag"))
            painter.setPen(self.theme.color("duplicate"))
            painter.drawText(QRectF(0, top + pitch - 4, right, 16), flags, mark.margin)

    def _seams_of(self, article: Article) -> dict[int, str]:
        if self._seams[0] is not article:
            self._seams = (article, find_seams(article))
        return self._seams[1]

    def _paint_seam(self, painter: QPainter, top: float, numbers: str) -> None:
        """Say in the gap above a paragraph which ones were cut there."""
        if not numbers:
            return
        painter.setFont(self.theme.font("tag"))
        painter.setPen(self.theme.color("text2"))
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0, top - 15, self.width() - 6, 14), flags, f"{numbers} {self._cut_word}")
        painter.setPen(QPen(self.theme.color("edge"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(self.width() - 5, top - 8), QPointF(self.width(), top - 8))

    def _paint_flag(self, painter: QPainter, words: str, top: float) -> None:
        """A flag beside the number, and below it what clashes: "12 / 21"."""
        pitch = self._edit.line_pitch
        color = self.theme.color("clash")
        left, middle = self.width() - _BAR_ROOM, top + pitch / 2
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color)
        painter.drawLine(QPointF(left, middle - 7), QPointF(left, middle + 7))
        painter.drawPolygon([QPointF(left, middle - 7), QPointF(left + 8, middle - 4), QPointF(left, middle - 1)])
        painter.setFont(self.theme.font("tag"))
        painter.setPen(color)
        room = self.width() - 6
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(0, top + pitch - 4, room, 16), flags, shown)

    def _paint_bar(self, painter: QPainter, mark: EditorMark, rect: QRectF) -> None:
        color = self.theme.color("duplicate")
        if mark.kept:
            painter.fillRect(QRectF(rect.left() + 2, rect.top(), 4, rect.height()), color)
        elif mark.look is Look.CAPTION and not mark.margin.startswith("="):
            painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
            painter.drawLine(rect.topRight(), rect.bottomRight())
        else:
            painter.setPen(QPen(color, 1))
            painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern))
            painter.drawRect(rect)


def find_seams(article: Article) -> dict[int, str]:
    """For each block before which paragraphs of the opened article were cut, their numbers: "¶14", "¶7–8"."""
    standing = {block.origin.number for block in article.blocks}
    seams: dict[int, str] = {}
    last = 0
    for block in article.blocks:
        number = block.origin.number
        if number <= last:
            continue  # made later, or moved here from further up
        gone = [n for n in range(last + 1, number) if n not in standing]
        if gone:
            seams[block.id] = f"¶{gone[0]}" if len(gone) == 1 else f"¶{gone[0]}–{gone[-1]}"
        last = number
    return seams
