"""What surrounds the copy: title and word count, the views with their counts, and the status bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.app.messages.rendering import Renderer
from reader.app.presenters.lacking import lacking_for
from reader.app.presenters.queue import in_view
from reader.app.worker_runner import CheckingState
from reader.core.article import Article, Role
from reader.core.issues import Issue, IssueState
from reader.core.rules import Family

VIEWS = ("read", "duplicates", "names", "spelling", "cleanup")
_FAMILY_OF_VIEW = {
    "duplicates": Family.DUPLICATES,
    "names": Family.NAMES,
    "spelling": Family.SPELLING,
    "cleanup": Family.CLEANUP,
}


@dataclass(frozen=True, slots=True)
class TabView:
    """One view in the bar: `count` is a number, "0 ✓", "…" while it is not known, or empty."""

    key: str
    title: str
    count: str


class WordCounter:
    """Counts words as word processors do (what stands between blanks), anew only where a text is another one."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[str, int]] = {}

    def count(self, article: Article) -> int:
        """The words of all blocks."""
        total = 0
        for block in article.blocks:
            known = self._counts.get(block.id)
            if known is None or known[0] is not block.text:
                known = (block.text, len(block.text.split()))
                self._counts[block.id] = known
            total += known[1]
        return total


def present_title(article: Article, render: Renderer) -> tuple[str, bool]:
    """The headline, and whether there is one."""
    for block in article.blocks:
        if block.role is Role.HEADLINE and block.text.strip():
            return block.text, True
    if article.meta.title:
        return article.meta.title, True
    return render.text("frame.untitled"), False


def present_tabs(issues: Sequence[Issue], checking: CheckingState, render: Renderer) -> tuple[TabView, ...]:
    """The five views; a number is true or absent."""
    return tuple(
        TabView(view, render.text(f"view.{view}"), _count(view, issues, checking) if view != "read" else "")
        for view in VIEWS
    )


def _count(view: str, issues: Sequence[Issue], checking: CheckingState) -> str:
    family = _FAMILY_OF_VIEW[view]
    missing = bool(lacking_for(family, checking.missing))
    opened = sum(issue.state is IssueState.OPEN and in_view(issue, view) for issue in issues)
    if family in checking.reading:
        return f"{opened} …" if opened else "…"
    if family in checking.failed or (missing and not opened):
        return "–"
    return str(opened) if opened else "0 ✓"


def present_words(opened: int, now: int, render: Renderer) -> str:
    """The word count, as opened and now where they differ."""
    if opened == now:
        return render.text("frame.words", count=now, shown=f"{now:,}")
    return render.text("frame.words_changed", before=f"{opened:,}", after=f"{now:,}")


def present_status(
    checking: CheckingState, render: Renderer, *, language: str, number: int, total: int
) -> tuple[str, str]:
    """The two ends of the status bar: saved state, language and ¶ on the left; what is still read, "offline" right."""
    left = [render.text("status.kept"), language]
    if number:
        left.append(render.text("status.paragraph", number=number, total=total))
    right = [render.text("status.offline")]
    if Family.NAMES in checking.reading:
        right.insert(0, render.text("status.reading_names", share=checking.share))
    elif checking.reading:
        right.insert(0, render.text("status.reading"))
    return " · ".join(left), "   ".join(right)
