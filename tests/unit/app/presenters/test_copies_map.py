"""The map of copies: where arcs begin and end, what they show, and bands where there are many."""

from __future__ import annotations

from reader.app.inline_runner import InlineRunner
from reader.app.messages.rendering import render_english
from reader.app.presenters.copies_map import MOST_ARCS, MapKind, MapView, present_map
from reader.app.session import Session
from reader.core.article import Article
from reader.core.rules import Family
from reader.lexicon.word_list import load_word_list

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
OTHER = "Nobody could say on Friday how long the repair would take, nor who would pay the masons in the end."
LONE = "Schoolchildren wave at the first ferry of the day (left)"


def map_of(*texts: str, current: int | None = None) -> MapView:
    session = Session(Article.of("Trouble at Holt", *texts))
    InlineRunner(session, only=(Family.DUPLICATES,)).run()
    issue = session.issues[current].id if current is not None else None
    return present_map(session.article, session.issues, issue, render_english)


def test_an_arc_leads_from_the_kept_copy_to_the_other_by_their_lengths() -> None:
    (arc,) = map_of(BRIDGE, OTHER, BRIDGE, current=0).arcs
    assert arc.kind is MapKind.BODY
    assert arc.current
    assert arc.kept is not None
    assert 0.1 < arc.kept < 0.35
    assert 0.75 < arc.copy < 0.95


def test_contradictions_and_captions_have_their_own_ends() -> None:
    view = map_of(BRIDGE, OTHER, LONE, BRIDGE.replace("Monday", "Sunday"))
    assert sorted((arc.kind.value, arc.kept is None) for arc in view.arcs) == [("caption", True), ("clash", False)]
    assert view.description == "Map of the article: 1 copy, 1 captions without a repeat"


def test_many_arcs_become_bands_that_count_them() -> None:
    words = [word for word in load_word_list() if len(word) > 5][: MOST_ARCS * 12]
    lines = [f"{' '.join(words[n * 10 : n * 10 + 10])}.".capitalize() for n in range(MOST_ARCS + 8)]
    view = map_of(*lines, OTHER, *lines)
    assert view.arcs == ()
    assert sum(band.count for band in view.bands) == MOST_ARCS + 8
    assert len(view.bands) < MOST_ARCS
    assert all(band.kept[0] <= band.kept[1] < band.copy[0] <= band.copy[1] for band in view.bands)


def test_nothing_found_is_an_empty_map() -> None:
    assert map_of(BRIDGE, OTHER).arcs == ()
