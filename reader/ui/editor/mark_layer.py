"""Marks in the copy, drawn by us for the blocks in sight: shapes that can be told apart without colour.

Tints are painted below the text, lines, boxes and brackets above it. Positions are code points inside a block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF, QTextBlock

from reader.app.presenters.looks import Look
from reader.core.changes import Mapping
from reader.core.spans import Place, Span
from reader.ui.editor.document_mirror import tag_of
from reader.ui.editor.utf16 import OffsetMap
from reader.ui.theme.theme import Theme

if TYPE_CHECKING:
    from reader.ui.editor.article_edit import ArticleEdit

_LEAST_CHIP = 14.0

_ROLE = {
    Look.REPEAT: "duplicate",
    Look.CAPTION: "duplicate",
    Look.CLASH: "clash",
    Look.FRAGMENT: "cleanup",
    Look.QUOTE_MARK: "cleanup",
    Look.MISSING_MARK: "cleanup",
    Look.DEBRIS: "cleanup",
    Look.BLANKS: "cleanup",
    Look.ENCODING: "cleanup",
    Look.NAME: "name",
    Look.SPELLING_ERROR: "error",
    Look.SPELLING_UNKNOWN: "unknown",
    Look.DIALECT: "style",
    Look.STYLE: "style",
    Look.QUERY: "query",
    Look.CHECKED: "ok",
}
_TINTED = {Look.FRAGMENT, Look.QUOTE_MARK, Look.CLASH, Look.QUERY, Look.DEBRIS, Look.BLANKS, Look.ENCODING}


@dataclass(frozen=True, slots=True)
class EditorMark:
    """A mark over a place; `margin` is the margin's short word, `kept` says that it is the kept copy of a repeat."""

    look: Look
    place: Place
    current: bool = False
    margin: str = ""
    kept: bool = False


class MarkLayer:
    """The marks by block; they are carried through typing, so that they follow the edit at once."""

    def __init__(self, edit: ArticleEdit, theme: Theme) -> None:
        self.theme = theme
        self._edit = edit
        self._by_block: dict[int, list[EditorMark]] = {}

    def show(self, marks: Sequence[EditorMark]) -> None:
        """Take these marks in place of all others."""
        self._by_block = {}
        for mark in marks:
            self._by_block.setdefault(mark.place.block, []).append(mark)

    def marks_of(self, block: int) -> Sequence[EditorMark]:
        """The marks of one block."""
        return self._by_block.get(block, ())

    def blocks(self) -> Iterator[tuple[int, Sequence[EditorMark]]]:
        """All blocks with marks."""
        yield from self._by_block.items()

    def carry(self, mapping: Mapping) -> None:
        """Carry the marks of touched blocks through a change; a mark whose words were rewritten goes."""
        for block in mapping.touched_blocks():
            marks = self._by_block.pop(block, None)
            for mark in marks or ():
                place = mapping.place(mark.place)
                if place is not None:
                    carried = EditorMark(mark.look, place, mark.current, mark.margin, mark.kept)
                    self._by_block.setdefault(place.block, []).append(carried)

    # -- painting --------------------------------------------------------------------------------------------------

    def paint_tints(self, painter: QPainter, clip: QRect) -> None:
        """Paint what lies below the text."""
        for mark, rects in self._visible(clip):
            role = f"{_ROLE[mark.look]}_tint"
            whole = mark.look in (Look.REPEAT, Look.CAPTION)
            if role not in self.theme.colors or mark.kept or (whole and mark.place.span is None and not mark.current):
                continue
            if whole or mark.look in _TINTED:
                for rect in rects:
                    painter.fillRect(self._chip(mark, rect), self.theme.color(role))

    def paint_marks(self, painter: QPainter, clip: QRect) -> None:
        """Paint what lies above the text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark, rects in self._visible(clip):
            if not mark.kept:
                self._paint_mark(painter, mark, rects)

    def _visible(self, clip: QRect) -> Iterator[tuple[EditorMark, list[QRectF]]]:
        block = self._edit.first_visible()
        while block.isValid():
            top = self._edit.block_top(block)
            if top > clip.bottom():
                return
            marks = self._by_block.get(tag_of(block))
            if marks and top + self._edit.blockBoundingRect(block).height() >= clip.top():
                offsets = OffsetMap(block.text())
                for mark in marks:
                    yield mark, self._rects(block, offsets, mark.place.span, top)
            block = block.next()

    def _rects(self, block: QTextBlock, offsets: OffsetMap, span: Span | None, top: float) -> list[QRectF]:
        layout = block.layout()
        left = self._edit.contentOffset().x()
        length = block.length() - 1
        start, end = (0, length) if span is None else (offsets.to_units(span.start), offsets.to_units(span.end))
        start, end = min(start, length), min(end, length)
        rects = []
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            low, high = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
            if low < high or (start == end and line.textStart() <= start <= line.textStart() + line.textLength()):
                x0, x1 = _x(line.cursorToX(low)), _x(line.cursorToX(max(low, high)))
                rects.append(QRectF(left + x0, top + line.y(), x1 - x0, line.height()))
        return rects

    def _chip(self, mark: EditorMark, rect: QRectF) -> QRectF:
        """The rectangle, for wrong marks never narrower than 14."""
        if mark.look is Look.QUOTE_MARK and rect.width() < _LEAST_CHIP:
            return rect.adjusted((rect.width() - _LEAST_CHIP) / 2, 0, (_LEAST_CHIP - rect.width()) / 2, 0)
        return rect

    def _paint_mark(self, painter: QPainter, mark: EditorMark, rects: list[QRectF]) -> None:
        color = self.theme.color(_ROLE[mark.look])
        if mark.place.span is None and mark.look in (Look.REPEAT, Look.CAPTION):
            if mark.current and rects:
                self._paint_current(painter, rects, whole=True)
            return
        for n, rect in enumerate(rects):
            shape = self._chip(mark, rect)
            paint_underline(painter, mark.look, shape, QPen(color, 1), first=n == 0, last=n == len(rects) - 1)
        if mark.current and rects:
            self._paint_current(painter, [self._chip(mark, rect) for rect in rects], whole=False)

    def _paint_current(self, painter: QPainter, rects: list[QRectF], *, whole: bool) -> None:
        painter.setPen(QPen(self.theme.color("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if whole:
            box = rects[0]
            for rect in rects[1:]:
                box = box.united(rect)
            width = self._edit.viewport().width() - 2
            painter.drawRoundedRect(QRectF(1, box.top() - 4, width, box.height() + 8), 6, 6)
            return
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-2.5, -1, 2.5, 4), 4, 4)


_DASHES: dict[Look, tuple[float, list[float]]] = {
    Look.SPELLING_UNKNOWN: (2.6, [0.01, 1.9]),
    Look.DIALECT: (1.8, [5, 2, 1, 2]),
    Look.STYLE: (1.4, [5, 2, 1, 2]),
    Look.NAME: (2.2, [6 / 2.2, 3 / 2.2]),
}
"""Dashed underlines: width, and pattern in widths."""
_BARS = {Look.QUOTE_MARK, Look.BLANKS, Look.ENCODING, Look.DEBRIS}


def paint_underline(painter: QPainter, look: Look, rect: QRectF, pen: QPen, *, first: bool, last: bool) -> None:
    """Draw the mark of a look at a rectangle of text; `first` and `last` say which of its lines this is."""
    y = rect.bottom() - 1
    left, right = QPointF(rect.left(), y), QPointF(rect.right(), y)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look in _DASHES:
        width, pattern = _DASHES[look]
        _draw_dashed(painter, pen, width, pattern, left, right, round_cap=look is Look.SPELLING_UNKNOWN)
    elif look in _BARS:
        pen.setWidthF(2.4)
        painter.setPen(pen)
        painter.drawLine(left + QPointF(0, 1), right + QPointF(0, 1))
    elif look is Look.SPELLING_ERROR:
        pen.setWidthF(1.7)
        painter.setPen(pen)
        painter.drawPath(_wave(rect.left(), rect.right(), y + 1))
    elif look is Look.MISSING_MARK:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pen.color())
        x = rect.right()
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y + 6), QPointF(x + 5, y + 6), QPointF(x, y)]))
    elif look is Look.FRAGMENT:
        pen.setWidthF(1.6)
        painter.setPen(pen)
        _draw_brackets(painter, rect, first=first, last=last)
    elif look in (Look.CLASH, Look.QUERY):
        pen.setWidthF(2 if look is Look.CLASH else 1.4)
        pen.setStyle(Qt.PenStyle.SolidLine if look is Look.CLASH else Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 2), 4, 4)


def _draw_dashed(
    painter: QPainter,
    pen: QPen,
    width: float,
    pattern: list[float],
    start: QPointF,
    end: QPointF,
    *,
    round_cap: bool = False,
) -> None:
    pen.setWidthF(width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_cap else Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(pattern)
    painter.setPen(pen)
    painter.drawLine(start, end)


def _draw_brackets(painter: QPainter, rect: QRectF, *, first: bool, last: bool) -> None:
    for drawn, x, inward in ((first, rect.left() - 1, 4), (last, rect.right() + 1, -4)):
        if drawn:
            top, bottom = rect.top() + 1, rect.bottom() + 1
            points = [QPointF(x + inward, top), QPointF(x, top), QPointF(x, bottom), QPointF(x + inward, bottom)]
            painter.drawPolyline(QPolygonF(points))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        step = min(3.0, right - x)
        path.quadTo(QPointF(x + step / 2, y + (-3 if up else 3)), QPointF(x + step, y))
        x, up = x + step, not up
    return path


def _x(position: object) -> float:
    """The x of `QTextLine.cursorToX`, which gives a pair in this binding."""
    if isinstance(position, tuple):
        position = position[0]
    return float(position) if isinstance(position, int | float) else 0.0
