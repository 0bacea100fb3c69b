"""Shows the state of desk and checks in all parts of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from reader.app.open_article import OpenArticle
from reader.app.presenters.card import CardView
from reader.app.presenters.frame import WordCounter, present_status, present_tabs, present_title, present_words
from reader.app.presenters.name_rows import present_names
from reader.app.presenters.places import paragraph_sign
from reader.app.presenters.states import describe_language, describe_state, describe_view
from reader.app.presenters.word_rows import present_words as present_word_rows
from reader.checks.facts import LANGUAGE, NAMES
from reader.core.rules import Family

if TYPE_CHECKING:
    from reader.ui.window import MainWindow


class StateDisplay:
    """Renders view states into the window's parts."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._caret = 0
        self._words = (-1, 0)
        self._counter = WordCounter()
        self._paragraphs = 0
        self._resumed = 0

    def take_article(self, opened: OpenArticle) -> None:
        """Another article is open."""
        self._counter = WordCounter()
        opened.words_opened = self._counter.count(opened.session.opened)
        self._words = (-1, 0)
        self._paragraphs = max((block.origin.number for block in opened.session.opened.blocks), default=0)
        self._resumed = opened.resumed
        if opened.resumed:
            self._window.status.show_notice(self._window.render_text.text("resume.line_reading", count=opened.resumed))

    def show_caret(self, block: int, _offset: int) -> None:
        """Show where the caret stands."""
        opened = self._window.opened
        if opened is not None and block in opened.session.article:
            self._caret = opened.session.article.number_of(block)
            self._show_status(opened)

    def show_refusal(self, key: str) -> None:
        """Say why an edit was refused."""
        self._window.status.show_notice(self._window.render_text.text(key))

    def show_notes(self) -> None:
        """Show what opening lost or altered."""
        window = self._window
        if window.opened is None:
            return
        notes = window.opened.session.notes
        box = QMessageBox(window)
        box.setWindowTitle(window.render_text.text("notes.title", count=len(notes)))
        box.setText("\n".join(window.render_text(note.message) for note in notes))
        box.open()

    def show_all(self) -> None:
        """Show everything as it stands."""
        window = self._window
        opened = window.opened
        if opened is None:
            self._show_nothing()
            return
        self._show_header(opened)
        card = opened.desk.card()
        self._show_view(opened, card)
        self._show_panel(opened, card)
        self._show_status(opened)
        window.read_view.show_marks(opened.desk.marks())
        if self._resumed and not opened.desk.checking.reading:
            queue = opened.desk.queue()
            text = window.render_text.text("resume.line", decided=queue.decided, total=queue.total)
            window.status.show_notice(text)
            self._resumed = 0
        if opened.desk.notice:
            window.status.show_notice(opened.desk.notice)
            opened.desk.notice = ""

    def _show_nothing(self) -> None:
        window = self._window
        window.stack.setCurrentWidget(window.start_view)
        window.panel.setVisible(False)
        window.header.export.setVisible(False)
        window.header.title.setText(window.render_text.text("app.name"))
        window.status.show_state("", window.render_text.text("status.offline"))

    def _show_header(self, opened: OpenArticle) -> None:
        window, render = self._window, self._window.render_text
        session = opened.session
        if self._words[0] != session.revision:
            self._words = (session.revision, self._counter.count(session.article))
        title, _ = present_title(session.article, render)
        tabs = present_tabs(session.issues, opened.desk.checking, render)
        view_title = next(tab.title for tab in tabs if tab.key == opened.desk.view)
        window.header.export.setVisible(True)
        window.header.show_state(
            title,
            present_words(opened.words_opened, self._words[1], render),
            tabs,
            opened.desk.view,
            render.text("view.menu", view=view_title),
        )
        notes = len(session.notes)
        window.header.notes.setVisible(notes > 0)
        window.header.notes.setText(render.text("notes.title", count=notes))
        window.setWindowTitle(f"{opened.name} – {render.text('app.name')}")

    def _show_view(self, opened: OpenArticle, card: CardView | None) -> None:
        window, render = self._window, self._window.render_text
        desk, session = opened.desk, opened.session
        sentence, remark = describe_view(desk.view, session, desk.checking, render)
        match desk.view:
            case "duplicates":
                window.stack.setCurrentWidget(window.duplicates_view)
                keys = self._name_keys(opened) if desk.repeats.issue else ""
                window.duplicates_view.show_comparison(desk.comparison(), card, desk.map(), sentence, keys)
            case "names":
                window.stack.setCurrentWidget(window.names_view)
                names = present_names(session.article, session.facts.get(NAMES), session.issues, render)
                window.names_view.show_names(names, desk.current, sentence)
            case "spelling" | "cleanup":
                view = window.spelling_view if desk.view == "spelling" else window.cleanup_view
                window.stack.setCurrentWidget(view)
                rows = present_word_rows(session.article, session.issues, desk.view, render)
                title = sentence if not rows else render.text(f"view.{desk.view}")
                view.show_rows(rows, desk.current, title, remark)
            case _:
                window.stack.setCurrentWidget(window.read_view)

    def _name_keys(self, opened: OpenArticle) -> str:
        """The keys of the duplicate view that its choices do not show."""
        render, desk = self._window.render_text, opened.desk
        issue = desk.repeats.issue
        group = issue is not None and len(issue.findings) > 1
        parts = ["context", "exchange", *(("copies", "tick") if group else ())]
        act, count = desk.repeats.bulk()
        if act is not None and count > 1:
            parts.append(f"all_{act}")
        return "   ".join(render.text(f"compare.key_{part}", count=count) for part in parts)

    def _show_panel(self, opened: OpenArticle, card: CardView | None) -> None:
        window, render, desk = self._window, self._window.render_text, opened.desk
        queue = desk.queue()
        head, remark, sentence = describe_state(queue, desk.number_in_queue(), desk.checking, render)
        issue = desk.issue
        more = ""
        if issue is not None and len(issue.findings) > 6:
            more = render.text("card.more_places", count=len(issue.findings) - 6)
        window.panel.setVisible(True)
        window.panel.set_brief(brief=desk.view == "duplicates" and desk.repeats.issue is not None)
        window.panel.show_state(card, sentence, more, queue, desk.current, head, remark)

    def _show_status(self, opened: OpenArticle) -> None:
        window, render = self._window, self._window.render_text
        session = opened.session
        language = describe_language(session.facts.get(LANGUAGE), render)
        left, right = present_status(
            opened.desk.checking, render, language=language, number=self._caret, total=self._paragraphs
        )
        if opened.read_only:
            left = render.text("status.read_only")
        for family in opened.desk.checking.failed & {Family.NAMES, Family.SPELLING}:
            right = f"{render.text('state.failed', family=render.text(f'view.{family.value}'))}   {right}"
        window.status.show_state(left, right)

    def sign(self, block: int) -> str:
        """The ¶ sign of a block of the open article."""
        opened = self._window.opened
        return paragraph_sign(opened.session.article, block) if opened else ""
