"""Laws of the names family, over made-up articles."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from reader.checks.facts import Facts
from reader.checks.names.closeness import close_pairs, closeness
from reader.checks.names.entities import complete_mentions, gather_entities
from reader.checks.names.variant import find_variants
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.entities import EntityLabel, Mention
from reader.core.fixes import join_fixes
from reader.core.spans import Place
from reader.text.words import find_words

WORDS = st.sampled_from(
    "Kiev Kyiv KIEV’S Kharkov Kharkiv Odessa Ukraine chicken Krivoy Rog Mahmoud Mahmud Darzi Solheim Ingrid Jonas 🦊"
    " the in and said “ ” . , — Kiev-based cafe\u0301 a\u00a0b President Burma Myanmar #Kiev Dynamo\u2028Kiev".split(
        " "
    )
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=30)
ARTICLES = st.lists(TEXTS, min_size=1, max_size=5).map(lambda texts: Article.of(*texts))
LABELS = st.sampled_from([EntityLabel.PERSON, EntityLabel.PLACE, EntityLabel.ORG, EntityLabel.NORP, EntityLabel.DATE])


@st.composite
def mentioned(draw: st.DrawFn) -> tuple[Article, list[Mention]]:
    """An article and mentions over runs of its words."""
    article = draw(ARTICLES)
    mentions = []
    for block in article.blocks:
        words = list(find_words(block.text))
        at = 0
        while at < len(words):
            size = draw(st.integers(0, 3))
            inside = words[at : at + size]
            if inside:
                start, end = inside[0].start, inside[-1].end
                mentions.append(Mention(Place.at(block.id, start, end), block.text[start:end], draw(LABELS)))
            at += size or 1
    return article, mentions


@given(ARTICLES)
def test_every_finding_quotes_the_text_at_its_place(article: Article) -> None:
    for finding in find_variants(article, Facts()):
        assert article.text_at(finding.place) == finding.quote
        assert finding.key
        for fix in finding.fixes:
            apply_changes(article, fix.changes)


@given(ARTICLES)
def test_using_the_preferred_spellings_comes_to_an_end(article: Article) -> None:
    """A first round may bring another name to light: once Kiev is Kyiv, Mahmud and Mahmoud Kyiv share a surname."""
    for _ in range(4):
        findings = list(find_variants(article, Facts()))
        joint = join_fixes(article, [finding.fixes[0] for finding in findings])
        assert joint.skipped == ()
        article = apply_changes(article, joint.changes).article
    assert not list(find_variants(article, Facts()))


@given(mentioned())
def test_a_mention_is_in_one_entity_and_none_overlap(drawn: tuple[Article, list[Mention]]) -> None:
    article, mentions = drawn
    entities = gather_entities(complete_mentions(article, mentions))
    places = Counter(mention.place for entity in entities for mention in entity.mentions)
    assert all(count == 1 for count in places.values())
    taken: dict[int, set[int]] = {}
    for place in places:
        assert place.span is not None
        inside = set(range(place.span.start, place.span.end))
        assert not inside & taken.setdefault(place.block, set())
        taken[place.block] |= inside


@given(mentioned())
def test_every_mention_says_what_stands_at_its_place(drawn: tuple[Article, list[Mention]]) -> None:
    article, mentions = drawn
    for entity in gather_entities(complete_mentions(article, mentions)):
        assert Counter(mention.text for mention in entity.mentions) == dict(entity.forms)
        for mention in entity.mentions:
            assert article.text_at(mention.place) == mention.text
            assert mention.label is entity.label


@given(st.frozensets(st.text(alphabet="abehkuy'", min_size=3, max_size=7), max_size=12))
def test_the_index_finds_exactly_the_close_pairs(words: frozenset[str]) -> None:
    ordered = sorted(words)
    plain = [
        (one, other, how)
        for n, one in enumerate(ordered)
        for other in ordered[n + 1 :]
        if (how := closeness(one, other))
    ]
    assert list(close_pairs(words)) == plain
