"""Refuses edits of what may not be edited, before Qt makes them: embeds, and the frames of table cells."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit

from reader.core.article import Article, Block

_KEYS = QKeySequence.StandardKey
_BACK = (_KEYS.DeleteStartOfWord, _KEYS.Backspace)
_ON = (_KEYS.Delete, _KEYS.DeleteEndOfWord, _KEYS.DeleteEndOfLine)
_EXCHANGES = (_KEYS.Cut, _KEYS.Paste)


def types_text(event: QKeyEvent) -> bool:
    """Whether a key types a character: no modifier but Shift is held."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return held == Qt.KeyboardModifier.NoModifier and bool(event.text()) and event.text().isprintable()


def may_press(edit: QPlainTextEdit, article: Article | None, event: QKeyEvent) -> bool:
    """Whether what a key would change may be changed."""
    back = event.key() == Qt.Key.Key_Backspace or any(event.matches(key) for key in _BACK)
    on = any(event.matches(key) for key in _ON)
    enters = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    changes = back or on or enters or types_text(event) or any(event.matches(key) for key in _EXCHANGES)
    return not changes or may_change(edit, article, back=back, on=on)


def may_change(edit: QPlainTextEdit, article: Article | None, *, back: bool = False, on: bool = False) -> bool:
    """Whether the blocks that an edit at the caret would reach are editable and stand in one container.

    `back` and `on`: the edit deletes backwards or forwards, and so reaches a neighbour at a block's edge.
    """
    if article is None:
        return True
    cursor, document = edit.textCursor(), edit.document()
    first = document.findBlock(cursor.selectionStart()).blockNumber()
    last = document.findBlock(cursor.selectionEnd()).blockNumber()
    if not cursor.hasSelection():
        first -= back and cursor.positionInBlock() == 0 and first > 0
        last += on and cursor.atBlockEnd() and last + 1 < len(article.blocks)
    touched: Sequence[Block] = article.blocks[first : last + 1]
    return all(block.editable for block in touched) and len({block.container for block in touched}) <= 1
