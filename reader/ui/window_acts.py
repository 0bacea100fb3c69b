"""What the window does for each action: it asks desk and session, and moves focus and caret."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from reader.app.desk import Desk
from reader.app.presenters.card import surroundings
from reader.app.presenters.name_rows import NameRow
from reader.app.presenters.places import paragraph_sign
from reader.app.presenters.queue import QueueRow, find_issue_at
from reader.app.presenters.word_rows import WordRow
from reader.app.settings import TEXT_SIZES, Settings
from reader.core.applying import anchor_before
from reader.core.article import Article
from reader.core.changes import Change, ChangeRefused, MoveBlock
from reader.core.decisions import Scope, Verdict
from reader.core.messages import Message
from reader.core.spans import Place
from reader.ui.dialogs.alike_dialog import AlikeDialog
from reader.ui.dialogs.keys_dialog import KeysDialog
from reader.ui.repeat_acts import RepeatActs

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

Act = Callable[[], None]


class WindowActs:
    """The functions behind the table of actions."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._editing_from_card = False
        self.repeats = RepeatActs(window, self.run_on_desk, self.choose)

    def table(self) -> dict[str, Act]:
        """Every action's function."""
        window = self._window
        acts: dict[str, Act] = {
            "open": window.opener.ask_for_file,
            "paste_new": window.opener.open_clipboard,
            "save": lambda: window.status.show_notice(window.render_text.text("status.everything_kept")),
            "export": window.opener.export,
            "quit": self._quit,
            "undo": self._on_desk(Desk.undo),
            "redo": self._on_desk(Desk.redo),
            "paste_plain": window.read_view.editor.paste,
            "move_up": partial(self._move_paragraph, -1),
            "move_down": partial(self._move_paragraph, 1),
            "go_to_paragraph": self._go_to_paragraph,
            "review": self._review,
            "next_issue": partial(self._go, 1),
            "previous_issue": partial(self._go, -1),
            "choices_here": self._choices_here,
            "accept_here": self._accept_here,
            "query_here": self._query_here,
            "fix_all_alike": self._all_alike,
            "fix_safe": self._fix_safe,
            "next_pane": partial(self._next_pane, 1),
            "previous_pane": partial(self._next_pane, -1),
            "zoom_in": partial(self._zoom, 1),
            "zoom_out": partial(self._zoom, -1),
            "zoom_reset": partial(self._zoom, 0),
            "full_screen": self._toggle_full_screen,
            "keys": lambda: KeysDialog(window.theme, window.render_text, window).open(),
        }
        for view in ("read", "duplicates", "names", "spelling", "cleanup"):
            acts[f"view_{view}"] = partial(self._show_view, view)
        return acts | self._panel_table() | self.repeats.table()

    def _panel_table(self) -> dict[str, Act]:
        acts: dict[str, Act] = {
            "panel_next": partial(self._go, 1),
            "panel_previous": partial(self._go, -1),
            "panel_accept": self._on_desk(Desk.accept),
            "panel_edit": self._edit,
            "panel_all_alike": self._all_alike,
            "panel_checked": self._on_desk(lambda desk: desk.settle(Verdict.CHECKED)),
            "panel_query": self._query,
            "panel_ignore": self._on_desk(lambda desk: desk.settle(Verdict.IGNORED)),
            "panel_ignore_all": self._on_desk(lambda desk: desk.settle(Verdict.IGNORED, scope=Scope.ARTICLE)),
            "panel_stet": self._on_desk(lambda desk: desk.settle(Verdict.STET)),
            "panel_take_back": self._on_desk(Desk.take_back_last),
            "panel_list": self._window.panel.toggle_list,
            "panel_leave": self._leave_panel,
        }
        for n in range(2, 10):
            acts[f"panel_choice_{n}"] = partial(self.choose, str(n))
        return acts

    @property
    def _desk(self) -> Desk | None:
        return self._window.opened.desk if self._window.opened else None

    def _on_desk(self, act: Callable[[Desk], object]) -> Act:
        def run() -> None:
            desk = self._desk
            if desk is not None and not (self._window.opened and self._window.opened.read_only):
                before = desk.current
                act(desk)
                self._follow_current(moved=desk.current != before)

        return run

    def run_on_desk(self, act: Callable[[Desk], object]) -> None:
        """Do something at the desk, and show where it leads."""
        self._on_desk(act)()

    # -- what views and panel report -------------------------------------------------------------------------------

    def choose(self, key: str) -> None:
        """Take the choice with this key; "a" the proposed one."""
        act = Desk.accept if key == "a" else lambda desk: desk.choose(key)
        self._on_desk(act)()

    def select_row(self, row: QueueRow) -> None:
        """Take the issue of a row of the list in hand; a settled one is shown where it stood."""
        desk = self._desk
        if desk is not None and not row.settled:
            desk.select(row.id)
            self._follow_current(moved=True)

    def pick_row(self, row: object) -> None:
        """Take what a row of a view stands for in hand, and go to it in the copy."""
        desk = self._desk
        if desk is None:
            return
        if isinstance(row, WordRow):
            desk.select(row.id)
        elif isinstance(row, NameRow) and row.issue is not None:
            desk.select(row.issue)
        self._follow_current(moved=True)

    def start(self, action: str) -> None:
        """An act of the start page."""
        if action == "sample":
            self._window.opener.open_sample()
        else:
            self._window.commands.run(action)

    def take_typing(self, changes: Sequence[Change]) -> None:
        """Take what was typed into the session; what it refuses is shown as the session has it."""
        opened = self._window.opened
        if opened is None:
            return
        try:
            opened.session.type_text(changes)
        except ChangeRefused:
            self._window.read_view.show_source(opened.session, read_only=opened.read_only)

    def show_first(self, blocks: Sequence[int]) -> None:
        """Have the blocks in sight checked first."""
        if self._window.opened is not None:
            self._window.opened.runner.show_first(blocks)

    def card_was_seen(self) -> bool:
        """Whether the card of the issue in hand has been painted (or there is no card to see)."""
        desk, panel = self._desk, self._window.panel
        return desk is None or desk.issue is None or panel.card.painted == desk.current

    # -- moving ----------------------------------------------------------------------------------------------------

    def _follow_current(self, *, moved: bool) -> None:
        """Show the issue in hand, in the panel at once and in the copy a third from the top."""
        window, desk = self._window, self._desk
        if desk is None:
            return
        window.refresh()
        issue = desk.issue
        if issue is not None and moved:
            window.read_view.editor.scroll_to(issue.findings[0].place)

    def _go(self, step: int) -> None:
        desk = self._desk
        if desk is not None:
            desk.go(step)
            self._follow_current(moved=True)

    def _review(self) -> None:
        """From the copy to the card; from a sentence that was edited back to its card."""
        desk, window = self._desk, self._window
        if desk is None or self.leave_edit():
            return
        if desk.issue is None:
            desk.go(1)
        window.panel.card.setFocus()
        self._follow_current(moved=True)

    def _edit(self) -> None:
        desk, window = self._desk, self._window
        place = desk.begin_edit() if desk else None
        if place is None:
            return
        self._editing_from_card = True
        if desk is not None and desk.view != "read":
            desk.show_view("read")
            window.refresh()
        window.read_view.editor.put_caret(place if _is_short(place) else _beginning_of(place))
        window.read_view.editor.setFocus()

    def leave_edit(self) -> bool:
        """Back from the sentence to the card, where the editing began there; whether it did."""
        desk = self._desk
        if desk is None or not self._editing_from_card:
            return False
        self._editing_from_card = False
        desk.end_edit()
        self._window.panel.card.setFocus()
        self._follow_current(moved=False)
        return True

    def _leave_panel(self) -> None:
        desk, window = self._desk, self._window
        if desk is None:
            return
        if desk.view != "read":
            desk.show_view("read")
        window.refresh()
        if desk.issue is not None:
            window.read_view.editor.put_caret(_beginning_of(desk.issue.findings[0].place))
        window.read_view.editor.setFocus()

    def _show_view(self, view: str) -> None:
        desk = self._desk
        if desk is not None:
            desk.show_view(view)
            self._window.refresh()
            if view != "read":
                self._window.panel.card.setFocus()

    def _next_pane(self, step: int) -> None:
        window = self._window
        copy: QWidget = window.read_view.editor
        shown = window.stack.currentWidget()
        if shown is not None and shown is not window.read_view:
            copy = shown.findChild(QWidget, "rows") or window.panel.card
        tabs = list(window.header.tabs.values())
        chosen = next((tab for tab in tabs if tab.isChecked()), None)
        panes = [pane for pane in (copy, window.panel.card, window.panel.list, chosen) if pane and pane.isVisible()]
        focused = QApplication.focusWidget()
        at = panes.index(focused) if focused in panes else -1
        panes[(at + step) % len(panes)].setFocus()

    def _go_to_paragraph(self) -> None:
        opened, render = self._window.opened, self._window.render_text
        if opened is None:
            return
        total = max((block.origin.number for block in opened.session.opened.blocks), default=1)
        label = render.text("paragraph.label", total=total)
        number, given = QInputDialog.getInt(self._window, render.text("paragraph.title"), label, 1, 1, total)
        if given:
            for block in opened.session.article.blocks:
                if block.origin.number >= number:
                    self._window.read_view.editor.put_caret(Place.at(block.id, 0, 0))
                    return

    # -- at the caret ----------------------------------------------------------------------------------------------

    def _select_here(self) -> bool:
        desk, window = self._desk, self._window
        caret = window.read_view.editor.caret()
        issue = find_issue_at(desk.session.issues, *caret) if desk is not None and caret is not None else None
        if desk is None or issue is None:
            window.status.show_notice(window.render_text.text("notice.nothing_here"))
            return False
        desk.select(issue.id)
        self._follow_current(moved=False)
        return True

    def _choices_here(self) -> None:
        if self._select_here():
            self._window.panel.card.setFocus()

    def _accept_here(self) -> None:
        if self._select_here():
            self._on_desk(Desk.accept)()
            self._window.read_view.editor.setFocus()

    def _query_here(self) -> None:
        window, render = self._window, self._window.render_text
        place = window.read_view.editor.selected_place()
        if window.opened is None or place is None:
            window.status.show_notice(render.text("notice.nothing_here"))
            return
        quote = window.opened.session.article.text_at(place)
        note = self._ask_query(quote)
        if note:
            window.opened.session.mark(place, Verdict.QUERY, note)

    def _query(self) -> None:
        desk = self._desk
        issue = desk.issue if desk else None
        if desk is None or issue is None:
            return
        note = self._ask_query(issue.findings[0].quote)
        if note:
            self._on_desk(lambda desk: desk.settle(Verdict.QUERY, note=note))()

    def _ask_query(self, quote: str) -> str:
        render = self._window.render_text
        shown = quote if len(quote) <= 60 else quote[:59] + "…"
        label = render.text("query.label", quote=shown)
        note, given = QInputDialog.getText(self._window, render.text("query.title"), label)
        return note.strip() if given else ""

    # -- many at once ----------------------------------------------------------------------------------------------

    def _all_alike(self) -> None:
        """All places of the issue in hand; of repeats, those of all issues of its sort."""
        window, desk = self._window, self._desk
        if desk is None:
            return
        act, _ = desk.repeats.bulk()
        if act is not None:
            self.repeats.settle_all(act)
            return
        card, issue = desk.card(), desk.issue
        choices = [(view.label, view.index) for view in card.choices if not view.asks] if card else []
        if card is None or issue is None or not choices:
            return
        article = desk.session.article
        places = [_describe_place(article, finding.place, finding.quote) for finding in issue.findings]
        dialog = AlikeDialog(card.verdict, choices, places, window.theme, window.render_text, window)
        if dialog.exec():
            index, ticked = dialog.index, dialog.ticked
            self.run_on_desk(lambda desk: desk.choose_places(index, ticked))
            window.panel.card.setFocus()

    def _fix_safe(self) -> None:
        window, desk = self._window, self._desk
        if desk is None:
            return
        count = desk.fix_safe()
        key = "notice.safe_fixed" if count else "notice.safe_none"
        window.refresh()
        window.status.show_notice(window.render_text.text(key, count=count))

    # -- the rest --------------------------------------------------------------------------------------------------

    def _move_paragraph(self, step: int) -> None:
        opened = self._window.opened
        caret = self._window.read_view.editor.caret()
        if opened is None or caret is None:
            return
        change = _moved(opened.session.article, caret[0], step)
        if change is not None:
            try:
                opened.session.edit([change], Message.of("step.moved"))
            except ChangeRefused:
                self._window.status.show_notice(self._window.render_text.text("notice.not_applied"))

    def _zoom(self, step: int) -> None:
        window = self._window
        size = Settings().text_size if step == 0 else window.settings.text_size + step
        size = min(max(size, TEXT_SIZES[0]), TEXT_SIZES[1])
        window.read_view.set_text_size(size)
        window.keep_settings(window.settings._replace(text_size=size))

    def _quit(self) -> None:
        self._window.window().close()

    def _toggle_full_screen(self) -> None:
        outermost = self._window.window()
        if outermost.isFullScreen():
            outermost.showNormal()
        else:
            outermost.showFullScreen()


_SHORT = 60
"""Characters of the longest passage that is selected for editing: a key that slips must not replace a paragraph."""


def _is_short(place: Place) -> bool:
    return place.span is not None and len(place.span) <= _SHORT


def _beginning_of(place: Place) -> Place:
    start = place.span.start if place.span is not None else 0
    return Place.at(place.block, start, start)


def _describe_place(article: Article, place: Place, quote: str) -> str:
    text = article.block(place.block).text
    sign = paragraph_sign(article, place.block)
    if place.span is None:
        return f"{sign}  {quote[:80]}"
    before, after = surroundings(text, place.span.start, place.span.end, 30)
    return f"{sign}  {before}[{quote}]{after}".replace("\u2028", " ")


def _moved(article: Article, block: int, step: int) -> MoveBlock | None:
    position = article.position(block)
    if step < 0 and position > 0:
        return MoveBlock(block, anchor_before(article, article.blocks[position - 1].id))
    if step > 0 and position + 1 < len(article.blocks):
        return MoveBlock(block, article.blocks[position + 1].id)
    return None
