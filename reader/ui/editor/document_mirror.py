"""The document as a mirror of the article: block tags, loading, and changes from outside carried into the widget.

Qt moves a block's tag on splits and merges, so the touched blocks and their neighbours are tagged again after each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QFont, QTextBlock, QTextBlockUserData, QTextCharFormat, QTextCursor, QTextDocument

from reader.core.applying import apply_changes
from reader.core.article import Article, Block, MarkKind, Role
from reader.core.changes import (
    Change,
    InsertBlock,
    MergeBlocks,
    MoveBlock,
    RemoveBlock,
    ReplaceText,
    SetMarks,
    SetMeta,
    SetRole,
    SplitBlock,
)
from reader.core.spans import Place, Span
from reader.ui.editor.utf16 import OffsetMap

_KEEP = QTextCursor.MoveMode.KeepAnchor


class BlockTag(QTextBlockUserData):
    """Carries a block's id in the document."""

    def __init__(self, ident: int) -> None:
        super().__init__()
        self.ident = ident


def tag_of(block: QTextBlock) -> int:
    """The id that a document block carries, 0 where it carries none."""
    data = block.userData()
    return data.ident if isinstance(data, BlockTag) else 0


class DocumentMirror:
    """Shows an article in a document; `article` is what the document shows."""

    def __init__(self, document: QTextDocument) -> None:
        self.article: Article | None = None
        self._document = document

    def load(self, article: Article) -> None:
        """Show another article from scratch."""
        self._document.setPlainText("")
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        cursor.insertText("\n".join(block.text for block in article.blocks))
        cursor.endEditBlock()
        self.article = article
        self.tag(0, len(article.blocks))
        self._format(article.blocks)

    def apply(self, changes: Sequence[Change]) -> None:
        """Carry changes of the article into the document, touching nothing else."""
        if self.article is None:
            return
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for change in changes:
            before = self.article
            self.article = apply_changes(before, (change,)).article
            self._carry(cursor, change, before, self.article)
        cursor.endEditBlock()

    def take(self, article: Article, first: int, count: int) -> None:
        """The document shows this article already (it was typed); tag `count` blocks from `first` anew."""
        self.article = article
        self.tag(max(0, first - 1), count + 2)

    def tag(self, first: int, count: int) -> None:
        """Give document blocks the ids of the article's blocks."""
        if self.article is None:
            return
        blocks = self.article.blocks
        block = self._document.findBlockByNumber(first)
        for n in range(first, min(first + count, len(blocks))):
            if tag_of(block) != blocks[n].id:
                block.setUserData(BlockTag(blocks[n].id))
            block = block.next()

    # -- positions -------------------------------------------------------------------------------------------------

    def to_offset(self, position: int) -> tuple[int, int] | None:
        """Block and code point of a document position, None where nothing is shown."""
        block = self._document.findBlock(position)
        ident = tag_of(block)
        if not ident:
            return None
        return ident, OffsetMap(block.text()).to_code_points(position - block.position())

    def to_range(self, place: Place) -> tuple[int, int] | None:
        """Document positions of a place's start and end, None where the article has no such block."""
        if self.article is None or place.block not in self.article:
            return None
        n = self.article.position(place.block)
        text = self.article.blocks[n].text
        span = place.span or Span(0, len(text))
        base = self._document.findBlockByNumber(n).position()
        offsets = OffsetMap(text)
        return base + offsets.to_units(min(span.start, len(text))), base + offsets.to_units(min(span.end, len(text)))

    # -- one change ------------------------------------------------------------------------------------------------

    def _carry(self, cursor: QTextCursor, change: Change, before: Article, after: Article) -> None:
        match change:
            case ReplaceText():
                n = before.position(change.place.block)
                self._replace(cursor, n, before.blocks[n].text, change)
            case SplitBlock():
                n = before.position(change.block)
                self._move_to(cursor, n, before.blocks[n].text, change.at)
                cursor.insertBlock()
                self.tag(n, 3)
            case MergeBlocks():
                n = after.position(change.kept)
                self._move_to(cursor, n, before.blocks[n].text, len(before.blocks[n].text))
                cursor.deleteChar()
                self.tag(n, 2)
            case InsertBlock():
                self._insert(cursor, after.position(change.block.id), change.block)
            case RemoveBlock():
                self._remove(cursor, before.position(change.block.id))
            case MoveBlock():
                block = before.block(change.block)
                self._remove(cursor, before.position(change.block))
                self._insert(cursor, after.position(change.block), block)
            case SetRole() | SetMarks():
                self._format([after.block(change.block)])
            case SetMeta():
                pass

    def _replace(self, cursor: QTextCursor, n: int, text: str, change: ReplaceText) -> None:
        self._move_to(cursor, n, text, change.span.start)
        offsets = OffsetMap(text)
        length = offsets.to_units(change.span.end) - offsets.to_units(change.span.start)
        cursor.setPosition(cursor.position() + length, _KEEP)
        cursor.insertText(change.new)

    def _insert(self, cursor: QTextCursor, n: int, block: Block) -> None:
        """Insert a block at position `n`; the document is still without it."""
        if n == 0:
            cursor.setPosition(0)
            cursor.insertText(block.text)
            cursor.insertBlock()
        else:
            previous = self._document.findBlockByNumber(n - 1)
            cursor.setPosition(previous.position() + previous.length() - 1)
            cursor.insertBlock()
            cursor.insertText(block.text)
        self.tag(max(0, n - 1), 3)
        self._format([block])

    def _remove(self, cursor: QTextCursor, n: int) -> None:
        """Remove the document block at position `n` with the break that parts it from its neighbour."""
        block = self._document.findBlockByNumber(n)
        if n > 0:
            previous = block.previous()
            cursor.setPosition(previous.position() + previous.length() - 1)
            cursor.setPosition(block.position() + block.length() - 1, _KEEP)
        else:
            cursor.setPosition(0)
            cursor.setPosition(min(block.length(), self._document.characterCount() - 1), _KEEP)
        cursor.removeSelectedText()
        self.tag(max(0, n - 1), 3)

    def _move_to(self, cursor: QTextCursor, n: int, text: str, offset: int) -> None:
        block = self._document.findBlockByNumber(n)
        cursor.setPosition(block.position() + OffsetMap(text).to_units(offset))

    # -- formats ---------------------------------------------------------------------------------------------------

    def _format(self, blocks: Iterable[Block]) -> None:
        """Set bold, italic and underline as the article has them."""
        if self.article is None:
            return
        for block in blocks:
            look = _role_format(block.role)
            if not block.marks and look is None:
                continue
            line = self._document.findBlockByNumber(self.article.position(block.id))
            cursor = QTextCursor(line)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, _KEEP)
            cursor.setCharFormat(look or QTextCharFormat())
            offsets = OffsetMap(block.text)
            for mark in block.marks:
                cursor.setPosition(line.position() + offsets.to_units(mark.span.start))
                cursor.setPosition(line.position() + offsets.to_units(mark.span.end), _KEEP)
                cursor.mergeCharFormat(_mark_format(mark.kind))


def _role_format(role: Role) -> QTextCharFormat | None:
    """How a role stands out in the copy; None for those that do not."""
    look = QTextCharFormat()
    if role in (Role.HEADLINE, Role.CROSSHEAD):
        look.setFontWeight(QFont.Weight.Bold)
    elif role in (Role.CAPTION, Role.QUOTE, Role.STANDFIRST, Role.CREDIT):
        look.setFontItalic(True)
    else:
        return None
    return look


def _mark_format(kind: MarkKind) -> QTextCharFormat:
    look = QTextCharFormat()
    if kind is MarkKind.BOLD:
        look.setFontWeight(QFont.Weight.Bold)
    elif kind is MarkKind.ITALIC:
        look.setFontItalic(True)
    else:
        look.setFontUnderline(True)
    return look
