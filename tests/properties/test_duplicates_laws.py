"""Laws of repeats: findings quote the article, the index equals the plain computation, planted copies are found."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from itertools import combinations, pairwise
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.checks.duplicates.clashes import are_spelt_alike
from reader.checks.duplicates.index import COMMON, FEWEST_KEYS, RepeatIndex, Row, is_candidate, shingles
from reader.checks.duplicates.provider import find_repeats
from reader.checks.duplicates.registry import CHECKS, PROVIDERS
from reader.checks.facts import Facts, provide_facts
from reader.checks.kinds import ArticleCheck
from reader.core.applying import apply_changes
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind
from reader.core.findings import Finding
from reader.core.fixes import join_fixes
from reader.core.spans import Place
from reader.text.words import find_words

WORDS = (
    "harbour lantern keeper storm vessel anchor cargo timber signal island channel market widow pilot captain "
    "ledger copper barrel orchard winter bridge mason tower miller valley carter saddle hammer river meadow"
).split()
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=8, max_size=14, unique=True).map(
    lambda words: f"The {' '.join(words)} came."
)
ODD = st.text(st.sampled_from("aAbeé 😀\u0301\u00a0.,!?“”’'\u2028 12\t-"), max_size=60)
BLOCKS = st.lists(st.one_of(SENTENCES, ODD, st.tuples(SENTENCES, SENTENCES).map(" ".join)), min_size=1, max_size=9)


def find_all(article: Article) -> list[Finding]:
    facts = provide_facts(article, Facts(), PROVIDERS)
    return [found for check in CHECKS if isinstance(check, ArticleCheck) for found in check.find(article, facts)]


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Blocks of which some stand again, whole or with a word changed."""
    texts = draw(BLOCKS)
    for _ in range(draw(st.integers(0, 3))):
        copy = draw(st.sampled_from(texts))
        if draw(st.booleans()):
            copy = copy.replace(draw(st.sampled_from(WORDS)), draw(st.sampled_from([*WORDS, "1931", "Odette"])))
        texts.insert(draw(st.integers(0, len(texts))), draw(st.sampled_from([copy, copy.removesuffix(".")])))
    return Article.of(*texts)


@given(articles())
def test_every_finding_quotes_what_stands_at_its_place(article: Article) -> None:
    for finding in find_all(article):
        assert article.text_at(finding.place) == finding.quote
        for related in finding.related:
            assert all(article.text_at(place) for place in related.passage.places)


@given(articles())
def test_aligned_words_lie_in_their_passages(article: Article) -> None:
    for group in find_repeats(article).groups:
        for copy in group.copies:
            for place, words in (
                (copy.passage.places[0], copy.words),
                (group.reference.places[0], copy.reference_words),
            ):
                span = place.span
                low, high = (span.start, span.end) if span else (0, len(article.block(place.block).text))
                assert all(low <= word.start < word.end <= high for word in words)
                assert all(one.end <= other.start for one, other in pairwise(words))


@given(articles())
def test_no_reference_is_a_copy_and_no_passage_is_copied_twice(article: Article) -> None:
    groups = find_repeats(article).groups
    copies = [copy.passage.places[0] for group in groups for copy in group.copies]
    assert len(set(copies)) == len(copies)
    assert not {group.reference.places[0] for group in groups} & set(copies)


@given(articles())
def test_first_fixes_never_take_a_content_word_from_the_article(article: Article) -> None:
    joint = join_fixes(article, [finding.fixes[0] for finding in find_all(article)])
    after = apply_changes(article, joint.changes).article
    before_words, after_words = (
        {word.folded for block in each.blocks for word in find_words(block.text)} & set(WORDS)
        for each in (article, after)
    )
    assert before_words == after_words


@given(articles())
def test_every_cut_names_the_words_that_stand_nowhere_else(article: Article) -> None:
    for finding in find_all(article):
        for fix in finding.fixes:
            after = apply_changes(article, fix.changes).article
            left = {word.folded for block in after.blocks for word in find_words(block.text)}
            gone = {word.folded for block in article.blocks for word in find_words(block.text)} - left
            assert gone & set(WORDS) <= {word.casefold() for word in fix.loses}


@given(articles(), st.data())
def test_a_planted_copy_is_found(article: Article, data: st.DataObject) -> None:
    planted = "Seven grey herons watched the flooded quarry behind the chapel until evening fell."
    texts = [block.text for block in article.blocks]
    for _ in range(2):
        texts.insert(data.draw(st.integers(0, len(texts))), planted)
    changed = Article.of(*texts)
    first, second = (n for n, text in enumerate(texts, 1) if text == planted)
    found = [
        (group.reference.places[0], copy.passage.places[0], copy.kind)
        for group in find_repeats(changed).groups
        for copy in group.copies
    ]
    assert (Place(first), Place(second), DuplicateKind.EXACT) in found


ROWS = st.lists(st.lists(st.sampled_from(WORDS[:12]), max_size=8).map(tuple), min_size=0, max_size=COMMON + 12).map(
    lambda keys: [(n // 3, n % 3, row) for n, row in enumerate(keys)]
)


def compute_plainly(rows: list[Row]) -> set[frozenset[tuple[int, int]]]:
    """What the index ought to give, pair by pair."""
    units = [((owner, n), set(keys), shingles(keys)) for owner, n, keys in rows if len(set(keys)) >= FEWEST_KEYS]
    words = Counter(word for _, unit_words, _ in units for word in unit_words)
    pairs = Counter(pair for _, _, unit_pairs in units for pair in unit_pairs)
    found = set()
    for (one, left, left_pairs), (other, right, right_pairs) in combinations(units, 2):
        shared = sum(words[word] <= COMMON for word in left & right)
        shared_pairs = sum(pairs[pair] <= COMMON for pair in left_pairs & right_pairs)
        if is_candidate(shared, shared_pairs, min(len(left), len(right))):
            found.add(frozenset({one, other}))
    return found


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ROWS, st.randoms(use_true_random=False), st.sets(st.integers(0, 6)))
def test_the_index_gives_what_the_plain_computation_gives(rows: list[Row], random: Random, gone: set[int]) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    index = RepeatIndex.of(shuffled)
    pairs = [frozenset(pair) for pair in index.candidates()]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) == compute_plainly(rows)
    for owner in gone:
        index.remove(owner)
    left = [row for row in rows if row[0] not in gone]
    assert {frozenset(pair) for pair in index.candidates()} == compute_plainly(left)
    assert sorted(index.rows()) == sorted(left)


@given(articles())
def test_a_second_look_finds_the_same(article: Article) -> None:
    assert find_repeats(article) == find_repeats(Article(article.blocks, article.meta, article.source))


@given(st.text("abeiknorvy", min_size=4, max_size=12), st.text("abeiknorvy", min_size=4, max_size=12))
def test_a_quick_look_at_the_letters_never_parts_two_spellings_of_one_word(left: str, right: str) -> None:
    ratio = SequenceMatcher(None, left, right, autojunk=False).ratio()
    if left[:4] != right[:4]:
        assert are_spelt_alike(left, right) is (ratio >= 0.75)
