"""Laws of the survey: followed through edits it holds what a new one holds, and both ways round compare alike."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.checks.duplicates.index import COMMON
from reader.checks.duplicates.provider import find_repeats, find_repeats_in
from reader.checks.duplicates.survey import Survey
from reader.core.article import Article, Block
from reader.core.changes import END, Change, InsertBlock, apply_changes
from reader.core.editing import cut_passage, replace_text, split_block

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


def make_edit(chance: random.Random, article: Article) -> Change:
    block = chance.choice(article.blocks)
    act = chance.random()
    if act < 0.2 and len(article.blocks) > 2:
        return cut_passage(block, None)
    if act < 0.4 and len(block.text) > 2:
        return split_block(block, chance.randint(1, len(block.text) - 1), article.highest_id() + 1)
    start = chance.randint(0, len(block.text))
    end = min(len(block.text), start + chance.choice([0, 0, 3, 12]))
    return replace_text(block, start, end, chance.choice(["", "x", " widow", " in 1940 ", make_sentence(chance)]))


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_survey_that_followed_edits_says_what_a_new_one_says(chance: random.Random) -> None:
    article = make_article(chance, chance.randint(2, 12))
    followed = Survey.of(article)
    for _ in range(chance.randint(1, 6)):
        article = apply_changes(article, (make_edit(chance, article),)).article
        followed.follow(article)
        assert find_repeats_in(followed, article) == find_repeats_in(Survey.of(article), article)


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
        articles[n] = apply_changes(articles[n], (make_edit(chance, articles[n]),)).article
        assert find_repeats(articles[n]) == find_repeats_in(Survey.of(articles[n]), articles[n])
