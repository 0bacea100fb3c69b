"""Which function carries out which action; the table of actions says when and by which key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenuBar, QWidget

from reader.app.actions import ACTIONS, MENUS, Action, Where, actions_of
from reader.app.messages.rendering import Renderer

Act = Callable[[], None]


class Commands:
    """Actions bound to functions; menus and shortcuts are built from them."""

    def __init__(self, owner: QWidget, render: Renderer, acts: dict[str, Act]) -> None:
        missing = [action.id for action in ACTIONS if action.id not in acts]
        if missing:
            raise ValueError(f"nothing carries out {', '.join(missing)}")
        self._acts = acts
        self._owner = owner
        self._render = render
        self._qt_actions: dict[str, QAction] = {}
        self._panel = _keys_of(Where.PANEL)
        self._text = _keys_of(Where.TEXT)
        self._window_keys = _keys_of(Where.WINDOW)
        for action in ACTIONS:
            self._add(action)

    def run(self, action_id: str) -> None:
        """Carry out an action."""
        self._acts[action_id]()

    def panel_action(self, event: QKeyEvent) -> str | None:
        """The id of the panel's action for a key, None where it is none."""
        return self._panel.get(_combination(event))

    def text_action(self, event: QKeyEvent) -> str | None:
        """The id of the text's action for a key, None where it is none."""
        return self._text.get(_combination(event))

    def is_shortcut(self, event: QKeyEvent) -> bool:
        """Whether a key is one of the window's shortcuts."""
        return _combination(event) in self._window_keys

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for menu_id in MENUS:
            menu = bar.addMenu(self._render.text(f"menu.{menu_id}"))
            for action in ACTIONS:
                if action.menu == menu_id:
                    menu.addAction(self._qt_actions[action.id])

    def enable(self, possible: Callable[[Action], bool]) -> None:
        """Enable what is possible now."""
        for action in ACTIONS:
            self._qt_actions[action.id].setEnabled(possible(action))

    def _add(self, action: Action) -> None:
        qt_action = QAction(self._render.text(f"action.{action.id}"), self._owner)
        if action.where is Where.WINDOW:
            qt_action.setShortcuts([QKeySequence(key) for key in action.keys])
        elif action.keys:
            native = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            qt_action.setText(f"{qt_action.text()}\t{native}")
        qt_action.triggered.connect(lambda _checked=False, action_id=action.id: self.run(action_id))
        self._qt_actions[action.id] = qt_action
        if action.where is Where.WINDOW:
            self._owner.addAction(qt_action)


def _keys_of(where: Where) -> dict[int, str]:
    keys: dict[int, str] = {}
    for action in actions_of(where):
        for key in action.keys:
            keys[_first_of(key).toCombined()] = action.id
    return keys


def _first_of(key: str) -> QKeyCombination:
    """The one combination that a portable name stands for."""
    sequence: Any = QKeySequence(key)  # the stubs leave indexing out
    combination: QKeyCombination = sequence[0]
    return combination


def _combination(event: QKeyEvent) -> int:
    """The key with its modifiers; the key pad's Enter and digits count like the others."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    return QKeyCombination(modifiers, key).toCombined()
