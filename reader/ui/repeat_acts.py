"""What the window does for repeats: copies of a group, ticks, merging, and bulk acts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.app.bulk import BULK_ACTS, BulkPlace
from reader.app.desk import Desk
from reader.app.merge_desk import MergeDesk
from reader.app.presenters.places import paragraph_sign
from reader.app.repeats_desk import RepeatsDesk
from reader.core.article import Article
from reader.core.messages import Message
from reader.ui.dialogs.alike_dialog import AlikeDialog
from reader.ui.views.comparison_view import DuplicatesView

if TYPE_CHECKING:
    from reader.ui.window import MainWindow

Act = Callable[[], None]
RunOnDesk = Callable[[Callable[[Desk], object]], None]
_QUOTE = 90


class RepeatActs:
    """The functions behind the actions on repeats, and behind what the duplicate view reports."""

    def __init__(self, window: MainWindow, run_on_desk: RunOnDesk, choose: Callable[[str], None]) -> None:
        self._window = window
        self._run = run_on_desk
        self._choose = choose

    def table(self) -> dict[str, Act]:
        """Every action's function."""
        acts: dict[str, Act] = {
            "panel_exchange": partial(self._on_copies, RepeatsDesk.exchange),
            "panel_context": partial(self._on_copies, RepeatsDesk.toggle_wide),
            "panel_copy_next": partial(self._on_copies, lambda repeats: repeats.step(1)),
            "panel_copy_previous": partial(self._on_copies, lambda repeats: repeats.step(-1)),
            "panel_tick": partial(self._on_copies, RepeatsDesk.toggle_open),
        }
        return acts | {f"all_{act}": partial(self.settle_all, act) for act in BULK_ACTS}

    def connect(self, view: DuplicatesView) -> None:
        """Do what the view reports."""
        view.chosen.connect(self._choose)
        view.rows.ticked.connect(lambda numbers: self._on_copies(lambda repeats: repeats.toggle(numbers)))
        view.rows.opened.connect(lambda numbers: self._on_copies(lambda repeats: repeats.open(numbers[0])))
        view.merge.chip_toggled.connect(lambda n: self._on_merge(lambda merge: merge.toggle_chip(n)))
        view.merge.line_typed.connect(self._type_line)
        view.merge.target_chosen.connect(lambda block: self._on_merge(lambda merge: merge.choose_target(block)))
        view.merge.applied.connect(self._finish_merge)
        view.merge.left.connect(self._leave_merge)

    def settle_all(self, act: str) -> None:
        """Show every place of a bulk act, and take the proposals on the ticked ones as one step."""
        window = self._window
        opened, render = window.opened, window.render_text
        if opened is None or opened.read_only:
            return
        desk = opened.desk
        places = desk.repeats.find_places(act)
        going = [place for place in places if not place.loses]
        if not going:
            window.status.show_notice(render.text("bulk.none"))
            return
        article = desk.session.article
        choice = [(render.text(f"bulk.{act}_choice"), 0)]
        rows = [self._describe(article, place) for place in going]
        note = self._describe_held_back(article, [place for place in places if place.loses])
        dialog = AlikeDialog(render.text(f"bulk.{act}"), choice, rows, window.theme, render, window, note=note)
        if dialog.exec():
            ticked = [going[n] for n in dialog.ticked]
            label = Message.of(f"step.all_{act}", count=len(ticked))
            self._on_copies(lambda repeats: repeats.settle_places(ticked, label))
        window.panel.card.setFocus()

    def _describe(self, article: Article, place: BulkPlace) -> str:
        quote = place.finding.quote.replace("\u2028", " ")
        shown = quote if len(quote) <= _QUOTE else quote[:_QUOTE].rpartition(" ")[0] + " …"
        effect = place.finding.fixes[0].effect
        said = f"  ({self._window.render_text(effect)})" if effect is not None else ""
        return f"{paragraph_sign(article, place.finding.place.block)}  {shown}{said}"

    def _describe_held_back(self, article: Article, places: Sequence[BulkPlace]) -> str:
        if not places:
            return ""
        named = [f"{paragraph_sign(article, p.finding.place.block)} ({', '.join(p.loses)})" for p in places]
        return self._window.render_text.text("bulk.held_back", count=len(places), places="; ".join(named))

    def _on_copies(self, act: Callable[[RepeatsDesk], object]) -> None:
        self._run(lambda desk: act(desk.repeats))

    def _on_merge(self, act: Callable[[MergeDesk], object]) -> None:
        self._on_copies(lambda repeats: repeats.on_merge(act))

    def _type_line(self, line: str) -> None:
        """Take the line as it is typed; the window follows in a moment, not at every key."""
        if self._window.opened is not None:
            self._window.opened.desk.repeats.merge.type_line(line)
            self._window.refresh_soon()

    def _finish_merge(self) -> None:
        self._on_copies(RepeatsDesk.finish_merge)
        self._window.panel.card.setFocus()

    def _leave_merge(self) -> None:
        self._on_merge(MergeDesk.leave)
        self._window.panel.card.setFocus()
