"""The sentences of the states: nothing found, being read, all decided, something missing, failed."""

from __future__ import annotations

from reader.app.messages.rendering import Renderer
from reader.app.presenters.lacking import lacking_for
from reader.app.presenters.queue import QueueView
from reader.app.session import Session
from reader.app.worker_runner import CheckingState
from reader.checks.facts import LANGUAGE
from reader.core.rules import Family

_FAMILY_OF_VIEW = {
    "duplicates": Family.DUPLICATES,
    "names": Family.NAMES,
    "spelling": Family.SPELLING,
    "cleanup": Family.CLEANUP,
}


def describe_language(tag: str, render: Renderer) -> str:
    """The name of a language."""
    return render.text(f"language.{tag}") if tag in ("en-US", "en-GB") else tag


def describe_state(queue: QueueView, number: int, checking: CheckingState, render: Renderer) -> tuple[str, str, str]:
    """Head, remark and the card's sentence for where the review stands."""
    remark = ""
    if checking.reading:
        names_only = checking.reading == {Family.NAMES}
        remark = render.text("queue.reading_names" if names_only else "queue.reading")
    if number:
        return render.text("queue.head", number=number, total=queue.total), remark, ""
    if queue.decided < queue.total:
        return render.text("queue.to_decide", count=queue.total - queue.decided), remark, ""
    if checking.reading:
        return "…", remark, render.text("state.reading")
    if queue.total:
        sentence = render.text("state.all_decided", count=queue.decided)
        return render.text("queue.done", total=queue.total), remark, sentence
    return render.text("queue.none"), remark, render.text("state.clean")


def describe_view(view: str, session: Session, checking: CheckingState, render: Renderer) -> tuple[str, str]:
    """The sentence a view shows where it has nothing else, and a remark (what is missing, with the remedy)."""
    family = _FAMILY_OF_VIEW.get(view)
    if family is None:
        return "", ""
    lacking = lacking_for(family, checking.missing)
    remark = " ".join(f"{render(item.message)} {render(item.remedy)}" for item in lacking)
    if family in checking.failed:
        return render.text("state.failed", family=render.text(f"view.{view}")), remark
    if family in checking.reading:
        return render.text("state.reading"), remark
    if remark:
        return remark, ""
    match view:
        case "duplicates":
            return render.text("state.no_repeats", count=len(session.article.blocks)), ""
        case "names":
            return render.text("state.no_names"), ""
        case "spelling":
            language = describe_language(session.facts.get(LANGUAGE), render)
            return render.text("state.no_words", language=language), ""
        case _:
            return render.text("state.no_debris"), ""
