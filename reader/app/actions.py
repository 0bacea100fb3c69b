"""Everything one can do, as data: menus, buttons and the page of keys are built from this table.

`keys` are Qt's portable names. Actions of the panel (card and list) act only there: single letters never act in the
text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Where an action's keys act."""

    WINDOW = "window"
    TEXT = "text"
    PANEL = "panel"


class Needs(StrEnum):
    """What must be there for an action to be possible."""

    NOTHING = "nothing"
    ARTICLE = "article"
    ISSUE = "issue"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Action:
    """One action: its title is the message `action.<id>`; `menu` is where it stands, empty where in none."""

    id: str
    keys: tuple[str, ...]
    where: Where = Where.WINDOW
    needs: Needs = Needs.ARTICLE
    menu: str = ""


_W, _T, _P = Where.WINDOW, Where.TEXT, Where.PANEL

ACTIONS: tuple[Action, ...] = (
    Action("open", ("Ctrl+O",), _W, Needs.NOTHING, "file"),
    Action("paste_new", ("Ctrl+Shift+N",), _W, Needs.NOTHING, "file"),
    Action("save", ("Ctrl+S",), _W, Needs.ARTICLE, "file"),
    Action("export", ("Ctrl+E",), _W, Needs.ARTICLE, "file"),
    Action("quit", ("Ctrl+Q",), _W, Needs.NOTHING, "file"),
    Action("undo", ("Ctrl+Z",), _W, Needs.UNDO, "edit"),
    Action("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), _W, Needs.REDO, "edit"),
    Action("paste_plain", ("Ctrl+Shift+V",), _T, Needs.ARTICLE, "edit"),
    Action("move_up", ("Alt+Up",), _T, Needs.ARTICLE, "edit"),
    Action("move_down", ("Alt+Down",), _T, Needs.ARTICLE, "edit"),
    Action("go_to_paragraph", ("Ctrl+G",), _W, Needs.ARTICLE, "edit"),
    Action("review", ("F7",), _W, Needs.ARTICLE, "review"),
    Action("next_issue", ("F8",), _W, Needs.ARTICLE, "review"),
    Action("previous_issue", ("Shift+F8",), _W, Needs.ARTICLE, "review"),
    Action("choices_here", ("Alt+Return", "Menu"), _T, Needs.ARTICLE, "review"),
    Action("accept_here", ("Ctrl+Return",), _T, Needs.ARTICLE, "review"),
    Action("query_here", ("Ctrl+Shift+M",), _T, Needs.ARTICLE, "review"),
    Action("fix_all_alike", ("Ctrl+Shift+Return",), _W, Needs.ISSUE, "review"),
    Action("fix_safe", (), _W, Needs.ARTICLE, "review"),
    Action("all_captions", (), _W, Needs.ARTICLE, "review"),
    Action("all_exact", (), _W, Needs.ARTICLE, "review"),
    Action("all_lone", (), _W, Needs.ARTICLE, "review"),
    Action("view_read", ("Ctrl+1",), _W, Needs.ARTICLE, "view"),
    Action("view_duplicates", ("Ctrl+2",), _W, Needs.ARTICLE, "view"),
    Action("view_names", ("Ctrl+3",), _W, Needs.ARTICLE, "view"),
    Action("view_spelling", ("Ctrl+4",), _W, Needs.ARTICLE, "view"),
    Action("view_cleanup", ("Ctrl+5",), _W, Needs.ARTICLE, "view"),
    Action("next_pane", ("F6",), _W, Needs.ARTICLE, "view"),
    Action("previous_pane", ("Shift+F6",), _W, Needs.ARTICLE, "view"),
    Action("zoom_in", ("Ctrl++", "Ctrl+="), _W, Needs.NOTHING, "view"),
    Action("zoom_out", ("Ctrl+-",), _W, Needs.NOTHING, "view"),
    Action("zoom_reset", ("Ctrl+0",), _W, Needs.NOTHING, "view"),
    Action("full_screen", ("F11",), _W, Needs.NOTHING, "view"),
    Action("keys", ("F1",), _W, Needs.NOTHING, "help"),
    Action("panel_next", ("Down", "N", "J"), _P, Needs.ARTICLE),
    Action("panel_previous", ("Up", "P", "K"), _P, Needs.ARTICLE),
    Action("panel_accept", ("A",), _P, Needs.ISSUE),
    *(Action(f"panel_choice_{n}", (str(n),), _P, Needs.ISSUE) for n in range(2, 10)),
    Action("panel_edit", ("E",), _P, Needs.ISSUE),
    Action("panel_exchange", ("X",), _P, Needs.ISSUE),
    Action("panel_context", ("C",), _P, Needs.ISSUE),
    Action("panel_copy_next", ("Right",), _P, Needs.ISSUE),
    Action("panel_copy_previous", ("Left",), _P, Needs.ISSUE),
    Action("panel_tick", ("Space",), _P, Needs.ISSUE),
    Action("panel_all_alike", ("Shift+Return",), _P, Needs.ISSUE),
    Action("panel_checked", ("V",), _P, Needs.ISSUE),
    Action("panel_query", ("Q",), _P, Needs.ISSUE),
    Action("panel_ignore", ("I",), _P, Needs.ISSUE),
    Action("panel_ignore_all", ("Shift+I",), _P, Needs.ISSUE),
    Action("panel_stet", ("S",), _P, Needs.ISSUE),
    Action("panel_take_back", ("Backspace",), _P, Needs.ARTICLE),
    Action("panel_list", ("L",), _P, Needs.ARTICLE),
    Action("panel_leave", ("Esc",), _P, Needs.ARTICLE),
)
"""All actions, in the order of the menus."""

MENUS = ("file", "edit", "review", "view", "help")
"""Menus in order; the title of one is the message `menu.<id>`."""


def find_action(action_id: str) -> Action:
    """The action with this id; `KeyError` where there is none."""
    for action in ACTIONS:
        if action.id == action_id:
            return action
    raise KeyError(action_id)


def actions_of(where: Where) -> tuple[Action, ...]:
    """The actions whose keys act in one place."""
    return tuple(action for action in ACTIONS if action.where is where)
