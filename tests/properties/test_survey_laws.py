"""Laws of the survey: followed through edits it holds what a new one holds, and both ways round compare alike."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.checks.duplicates.comparing import compare_units
from reader.checks.duplicates.index import COMMON
from reader.checks.duplicates.provider import find_repeats, find_repeats_in
from reader.checks.duplicates.registry import CHECKS, PROVIDERS
from reader.checks.duplicates.survey import Survey
from reader.checks.facts import Facts, provide_facts
from reader.checks.kinds import ArticleCheck
from reader.core.applying import apply_changes
from reader.core.article import Article, Block, Role
from reader.core.changes import END, START, Change, InsertBlock, MoveBlock, SetRole
from reader.core.editing import cut_passage, merge_blocks, replace_text, split_block
from reader.core.findings import Finding

WORDS = (
    "harbour lantern keeper storm vessel anchor cargo timber signal island channel market widow pilot captain".split()
)


def make_sentence(chance: random.Random) -> str:
    words = chance.sample(WORDS, chance.randint(4, 9))
    words.insert(
        chance.randint(1, len(words)), chance.choice(["in 1931", "with Odette", "on Monday", "quietly", "twelve"])
    )
    return f"The {' '.join(words)}{chance.choice(['.', '.', ''])}"


def make_article(chance: random.Random, blocks: int) -> Article:
    texts: list[str] = []
    for _ in range(blocks):
        if texts and chance.random() < 0.4:
            texts.append(chance.choice(texts))
        else:
            texts.append(" ".join(make_sentence(chance) for _ in range(chance.randint(1, 3))))
    return Article.of(*texts)


def make_edits(chance: random.Random, article: Article) -> tuple[Change, ...]:
    """An edit as an editor makes it: typing, a cut, a split, a merge, a move, another role."""
    n = chance.randrange(len(article.blocks))
    block, act = article.blocks[n], chance.random()
    if act < 0.15 and len(article.blocks) > 2:
        return (cut_passage(block, None),)
    if act < 0.3 and len(block.text) > 2:
        return (split_block(block, chance.randint(1, len(block.text) - 1), article.highest_id() + 1),)
    if act < 0.4 and n + 1 < len(article.blocks):
        return (merge_blocks(block, article.blocks[n + 1]),)
    if act < 0.5:
        others = [one.id for one in article.blocks if one is not block]
        return (MoveBlock(block.id, chance.choice([*others, START, END])),)
    if act < 0.6:
        return (SetRole(block.id, block.role, chance.choice([Role.CROSSHEAD, Role.PARAGRAPH, Role.CAPTION])),)
    start = chance.randint(0, len(block.text))
    end = min(len(block.text), start + chance.choice([0, 0, 3, 12]))
    new = chance.choice(["", "x", " widow", " in 1940 ", ". ", " Odette Marsh ", make_sentence(chance)])
    return (replace_text(block, start, end, new),)


def follow_edits(chance: random.Random, article: Article, edits: int) -> Iterator[Article]:
    """The article after each edit; now and then the last ones are undone."""
    undo: list[tuple[Change, ...]] = []
    for _ in range(edits):
        changes = undo.pop() if undo and chance.random() < 0.25 else make_edits(chance, article)
        applied = apply_changes(article, changes)
        undo.append(applied.inverse)
        article = applied.article
        yield article


def read_anew(article: Article) -> Article:
    """An equal article that nothing is known of: its blocks are other objects."""
    return Article(tuple(map(replace, article.blocks)), article.meta, article.source)


def find_all(article: Article) -> list[Finding]:
    facts = provide_facts(article, Facts(), PROVIDERS)
    return [found for check in CHECKS if isinstance(check, ArticleCheck) for found in check.find(article, facts)]


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_a_survey_that_followed_edits_says_what_a_new_one_says(chance: random.Random) -> None:
    article = make_article(chance, chance.randint(2, 12))
    followed = Survey.of(article)
    for edited in follow_edits(chance, article, chance.randint(1, 8)):
        followed.follow(edited)
        assert find_repeats_in(followed, edited) == find_repeats_in(Survey.of(edited), edited)


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_findings_kept_through_edits_are_those_made_anew(chance: random.Random) -> None:
    article = make_article(chance, chance.randint(2, 12))
    find_all(article)
    for edited in follow_edits(chance, article, chance.randint(1, 8)):
        assert find_all(edited) == find_all(read_anew(edited))


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_survey_that_followed_edits_knows_what_a_new_one_knows(chance: random.Random) -> None:
    article = make_article(chance, chance.randint(2, 12))
    followed = Survey.of(article)
    followed.holding("lantern")
    for edited in follow_edits(chance, article, chance.randint(1, 8)):
        followed.follow(edited)
        fresh = Survey.of(edited)
        assert followed.blocks == fresh.blocks
        assert followed.by_words == fresh.by_words
        assert followed.words == fresh.words
        assert tell_pairs(followed) == tell_pairs(fresh)
        assert all(followed.holding(word) == fresh.holding(word) for word in WORDS)


def tell_pairs(survey: Survey) -> set[frozenset[tuple[str, ...]]]:
    """The wordings that are alike."""
    return {frozenset((one.words, other.words)) for one, other in survey.alike()}


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_comparison_that_is_kept_is_the_plain_one(chance: random.Random) -> None:
    survey = Survey.of(make_article(chance, chance.randint(2, 8)))
    texts = [unit.text for unit in survey.units]
    for one in texts:
        for other in texts:
            kept = survey.compare(one, other)
            swapped = one.words > other.words
            plain = compare_units(other, one) if swapped else compare_units(one, other)
            assert kept == (plain.mirrored() if plain is not None and swapped else plain)


def test_words_that_become_common_and_rare_again_change_no_answer() -> None:
    frame = "Harbour lantern keeper storm number {} vessel anchor {}."
    texts = [frame.format(n, "cargo" if n % 9 else "timber island") for n in range(COMMON + 4)]
    article = Article.of("The market of the town.", *texts[: COMMON - 2])
    followed = Survey.of(article)
    for text in texts[COMMON - 2 :]:
        fresh = InsertBlock(Block(article.highest_id() + 1, text), END)
        article = apply_changes(article, (fresh,)).article
        followed.follow(article)
        assert find_repeats_in(followed, article) == find_repeats_in(Survey.of(article), article)
    while len(article.blocks) > COMMON - 4:
        article = apply_changes(article, (cut_passage(article.blocks[-1], None),)).article
        followed.follow(article)
        assert find_repeats_in(followed, article) == find_repeats_in(Survey.of(article), article)


@given(st.randoms(use_true_random=False))
def test_the_process_remembers_articles_without_mixing_them_up(chance: random.Random) -> None:
    articles = [make_article(chance, chance.randint(1, 6)) for _ in range(5)]
    for _ in range(8):
        n = chance.randrange(len(articles))
        articles[n] = apply_changes(articles[n], make_edits(chance, articles[n])).article
        assert find_repeats(articles[n]) == find_repeats_in(Survey.of(articles[n]), articles[n])
