"""The copy to read and edit: typing is native and reported as changes; changes from outside are carried in.

It knows no session: `edited` tells what was typed, `apply` shows what happened elsewhere. Undo is the session's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.changes import Change, ChangeRefused, Mapping, ReplaceText, blocks_of
from reader.core.editing import difference
from reader.core.spans import Place, Span
from reader.text.alphabet import to_alphabet
from reader.ui.editor.document_mirror import DocumentMirror, tag_of
from reader.ui.editor.edit_guard import may_change, may_press, types_text
from reader.ui.editor.mark_layer import EditorMark, MarkLayer
from reader.ui.editor.page_layout import PageLayout
from reader.ui.editor.text_changes import find_text_changes
from reader.ui.editor.typed_quotes import curl_typed_quote, wants_curly_quotes
from reader.ui.editor.utf16 import OffsetMap
from reader.ui.theme.theme import Theme

OWN_MIME = "application/x-reader-text"
"""Cut and copied text goes out as this too: Qt's own plain text turns no-break spaces into spaces."""

_SAMPLE = "the quick brown fox jumps over the lazy dog and runs into the wood "


class ArticleSource(Protocol):
    """Where the article comes from: the session."""

    @property
    def article(self) -> Article:
        """The article as it stands."""

    def take_block_id(self) -> int:
        """An id that no block has or ever had."""


class _NoSource:
    """Stands in until an article is shown."""

    article = Article.of("")

    def take_block_id(self) -> int:
        return 2


class ArticleEdit(QPlainTextEdit):
    """The copy of the article that a source holds; the source also gives ids for blocks that typing makes."""

    edited = Signal(object)
    caret_moved = Signal(int, int)
    focus_lost = Signal()
    refused = Signal(str)
    first_painted = Signal()
    scrolled = Signal()

    def __init__(self, theme: Theme, text_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self._source: ArticleSource = _NoSource()
        self._theme = theme
        self._layout = PageLayout(self.document(), theme.text["pitch"], theme.text["gap"])
        self.document().setDocumentLayout(self._layout)
        self._mirror = DocumentMirror(self.document())
        self.marks = MarkLayer(self, theme)
        self._from_outside = False
        self._waiting: list[Change] = []
        self._curls = True
        self._margin = 72
        self._painted = False
        self.set_text_size(text_size)
        self.document().contentsChange.connect(self._on_contents_change)
        self.cursorPositionChanged.connect(self._on_caret)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.scrolled.emit())

    # -- what is shown ---------------------------------------------------------------------------------------------

    @property
    def article(self) -> Article | None:
        """The article as the widget shows it."""
        return self._mirror.article

    @property
    def line_pitch(self) -> int:
        """The distance of lines in pixels."""
        return self._layout.pitch

    def set_theme(self, theme: Theme) -> None:
        """Draw marks in another theme; the text's colours come with the style sheet."""
        self._theme = theme
        self.marks.theme = theme
        self.viewport().update()

    def set_text_size(self, size: int) -> None:
        """Set the text at another pixel size."""
        font = self._theme.text_font(size)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._layout.measure()
        self._set_column()
        block = self.document().firstBlock()
        while block.isValid():
            block.clearLayout()
            block = block.next()
        self.viewport().update()

    def set_margin(self, width: int) -> None:
        """Keep at least this many pixels left of the text for the margin."""
        if width != self._margin:
            self._margin = width
            self._set_column()

    def show_source(self, source: ArticleSource, *, read_only: bool = False) -> None:
        """Show the article of another source from its beginning."""
        self._source = source
        article = source.article
        self._from_outside = True
        self._mirror.load(article)
        self._from_outside = False
        self._waiting.clear()
        self._curls = wants_curly_quotes([block.text for block in article.blocks])
        self.setReadOnly(read_only)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def apply(self, changes: Sequence[Change]) -> None:
        """Show changes made elsewhere; those to a block that an input method composes in wait until it is done."""
        if self._waiting or (self._composing_block() and self._concerns_composing(changes)):
            self._waiting.extend(changes)
            return
        self._apply_now(changes)

    def _apply_now(self, changes: Sequence[Change]) -> None:
        self._from_outside = True
        self._mirror.apply(changes)
        self._from_outside = False
        self.viewport().update()

    def show_marks(self, marks: Sequence[EditorMark]) -> None:
        """Show these marks and no others."""
        self.marks.show(marks)
        self.viewport().update()

    # -- caret -----------------------------------------------------------------------------------------------------

    def caret(self) -> tuple[int, int] | None:
        """Block and offset of the caret, None where nothing is shown."""
        return self._mirror.to_offset(self.textCursor().position())

    def selected_place(self) -> Place | None:
        """The selection inside one block, or the word at the caret; None where there is neither."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        low, high = self._mirror.to_offset(cursor.selectionStart()), self._mirror.to_offset(cursor.selectionEnd())
        if low is None or high is None or low[0] != high[0] or low == high:
            return None
        return Place(low[0], Span(low[1], high[1]))

    def put_caret(self, place: Place) -> None:
        """Put the caret at the start of a place and select it, in sight."""
        found = self._mirror.to_range(place)
        if found is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(found[0])
        cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.scroll_to(place)

    def scroll_to(self, place: Place) -> None:
        """Bring a place into sight, a third from the top, unless it is well in sight."""
        found = self._mirror.to_range(place)
        if found is None:
            return
        block = self.document().findBlock(found[0])
        self._layout.blockBoundingRect(block)
        line = max(0, block.layout().lineForTextPosition(found[0] - block.position()).lineNumber())
        third = self.viewport().height() / 3 / max(1, self._layout.pitch) * 0.8
        self.verticalScrollBar().setValue(max(0, round(block.firstLineNumber() + line - third)))

    def visible_blocks(self) -> list[int]:
        """The ids of the blocks in sight."""
        ids = []
        block = self.firstVisibleBlock()
        bottom = self.viewport().height()
        while block.isValid() and self.block_top(block) < bottom:
            ids.append(tag_of(block))
            block = block.next()
        return ids

    def block_top(self, block: QTextBlock) -> float:
        """The y of a block in the viewport."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).top()

    def first_visible(self) -> QTextBlock:
        """The first block in sight (`firstVisibleBlock` is protected)."""
        return self.firstVisibleBlock()

    def content_left(self) -> float:
        """The x of the text in the viewport."""
        return self.contentOffset().x() + self.document().documentMargin()

    def _on_caret(self) -> None:
        found = self.caret()
        if found is not None:
            self.caret_moved.emit(*found)

    # -- typing ----------------------------------------------------------------------------------------------------

    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        article = self._mirror.article
        if self._from_outside or article is None:
            return
        del removed
        document = self.document()
        first = document.findBlock(position)
        last = document.findBlock(min(position + added, document.characterCount() - 1))
        lo, count = first.blockNumber(), last.blockNumber() - first.blockNumber() + 1
        before = article.blocks[lo : lo + count + len(article.blocks) - document.blockCount()]
        texts = self._texts(first, count)
        if [block.text for block in before] == texts:
            self._mirror.tag(lo, count)  # only formats or a preedit; but Qt may have dropped a tag on the way
            return
        start = OffsetMap(first.text()).to_code_points(position - first.position())
        try:
            changes = find_text_changes(article, lo, before, texts, start, self._source.take_block_id)
        except ChangeRefused:
            self._show_again()
            return
        self._report(article, changes, lo, count)

    def _texts(self, first: QTextBlock, count: int) -> list[str]:
        texts = []
        block = first
        for _ in range(count):
            texts.append(block.text())
            block = block.next()
        return texts

    def _report(self, article: Article, changes: Sequence[Change], first: int, count: int) -> None:
        self._mirror.take(apply_changes(article, changes).article, first, count)
        waiting = tuple(self._waiting)
        self.edited.emit(_carried(changes, waiting, self._source.article) if waiting else tuple(changes))

    def _show_again(self) -> None:
        """What the article does not allow is taken back as soon as Qt is done."""
        self.refused.emit("editor.refused")
        QTimer.singleShot(0, self, self._load_again)

    def _load_again(self) -> None:
        caret = self.textCursor().position()
        self.show_source(self._source, read_only=self.isReadOnly())
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Typed quotes curl; what would change a block that may not be edited is refused first."""
        if not may_press(self, self._mirror.article, event):
            self.refused.emit("editor.refused")
            event.accept()
            return
        if event.text() in ('"', "'") and self._curls and not self.isReadOnly() and types_text(event):
            cursor = self.textCursor()
            block = self.document().findBlock(cursor.selectionStart())
            before = block.text()[: cursor.selectionStart() - block.position()]
            cursor.insertText(curl_typed_quote(event.text(), before))
            return
        super().keyPressEvent(event)

    # -- input methods ---------------------------------------------------------------------------------------------

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """Compose and commit; changes that waited for the composition are shown once it is over."""
        if not may_change(self, self._mirror.article):
            self.refused.emit("editor.refused")
            event.ignore()
            return
        committed = event.commitString()
        if committed and to_alphabet(committed) != committed:
            event.setCommitString(to_alphabet(committed), event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(event)
        if self._waiting and not self._composing_block():
            self._waiting.clear()
            self.show_truth()

    def show_truth(self) -> None:
        """Show the session's article, touching only what differs."""
        article = self._mirror.article
        if article is not None:
            self._apply_now(difference(article, self._source.article))

    def _composing_block(self) -> int:
        """The id of the block an input method composes in, 0 where none does."""
        block = self.textCursor().block()
        return tag_of(block) if block.layout().preeditAreaText() else 0

    def _concerns_composing(self, changes: Sequence[Change]) -> bool:
        composing = self._composing_block()
        return any(composing in blocks_of(change) for change in changes)

    # -- clipboard -------------------------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """The selection as plain text, and as our own kind that keeps no-break spaces."""
        text = self.textCursor().selectedText().replace("\u2029", "\n")
        data = QMimeData()
        data.setText(text.replace("\u2028", "\n"))
        data.setData(OWN_MIME, text.encode("utf-8", "surrogatepass"))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        """Only text can be pasted or dropped."""
        return source.hasFormat(OWN_MIME) or source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Paste text in the article's alphabet; formats and HTML are left out."""
        if not may_change(self, self._mirror.article):
            self.refused.emit("editor.refused")
            return
        if source.hasFormat(OWN_MIME):
            text = bytes(source.data(OWN_MIME).data()).decode("utf-8", "surrogatepass")
        else:
            text = "\n".join(source.text().splitlines()) if source.text().strip("\r\n") else ""
        if text:
            lines = text.split("\n")
            self.textCursor().insertText("\n".join(to_alphabet(line) for line in lines))
            self.ensureCursorVisible()

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint tints, then the text, then the marks."""
        painter = QPainter(self.viewport())
        self.marks.paint_tints(painter, event.rect())
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self.marks.paint_marks(painter, event.rect())
        painter.end()
        if not self._painted and self._mirror.article is not None:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the column anew."""
        self._set_column()
        super().resizeEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Losing the focus closes the open step of typing."""
        super().focusOutEvent(event)
        self.focus_lost.emit()

    def _set_column(self) -> None:
        """A centred column of 66 characters, with room for the margin at its left."""
        metrics = QFontMetricsF(self.font())
        column = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self._theme.text["measure"]
        width = self.width()
        column = min(column, width - self._margin - 16)
        left = max(self._margin, round((width - column) / 2))
        self.setViewportMargins(left, 18, max(12, width - left - round(column) - 8), 0)


def _carried(changes: Sequence[Change], waiting: Sequence[Change], truth: Article) -> tuple[Change, ...]:
    """What was composed, carried over what the session changed meanwhile; its words are kept."""
    mapping = Mapping(tuple(waiting))
    carried: list[Change] = []
    for change in changes:
        if not isinstance(change, ReplaceText):
            carried.append(change)
            continue
        place = mapping.place(change.place)
        if place is not None:
            carried.append(ReplaceText(place, change.old, change.new))
        elif change.place.block in truth:
            end = min(change.span.start, len(truth.block(change.place.block).text))
            carried.append(ReplaceText(Place.at(change.place.block, end, end), "", change.new))
    return tuple(carried)
