"""Laws of looking across articles: fast equals naive, added one by one equals made anew, rows come back as given."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.checks.duplicates import across
from reader.checks.duplicates.across import Collection
from reader.checks.duplicates.alike import Alike
from reader.checks.duplicates.index import RepeatIndex
from reader.checks.duplicates.provider import find_repeats
from reader.checks.duplicates.row_table import RowTable
from reader.checks.duplicates.sieve import COMMON, LEAST_SHARED, Sieve, rows_of
from reader.checks.duplicates.units import units_of_text
from reader.core.article import Article

WORDS = "harbour lantern keeper storm vessel anchor cargo timber signal island channel market widow pilot".split()


def make_paragraph(chance: random.Random) -> str:
    sentences = (" ".join(chance.choices(WORDS, k=chance.randint(5, 12))) for _ in range(chance.randint(1, 2)))
    return " ".join(f"The {sentence} {chance.randrange(90)}." for sentence in sentences)


def make_articles(chance: random.Random, count: int) -> dict[str, Article]:
    """Articles of which each takes over some paragraphs of those before it."""
    known: list[str] = []
    articles = {}
    for n in range(count):
        texts = [
            chance.choice(known) if known and chance.random() < 0.4 else make_paragraph(chance)
            for _ in range(chance.randint(1, 5))
        ]
        known.extend(texts)
        articles[f"{n}.txt"] = Article.of(f"Headline {n}", *texts)
    return articles


@pytest.mark.parametrize("few", [across.FEW, 8, 0])
@settings(max_examples=25)
@given(chance=st.randoms(use_true_random=False))
def test_a_collection_that_grows_finds_what_one_made_anew_finds(few: int, chance: random.Random) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(across, "FEW", few)
        grown, articles = Collection(), make_articles(chance, chance.randint(1, 8))
        for n, (key, article) in enumerate(articles.items(), 1):
            grown.add(key, article)
            if chance.random() < 0.6:
                anew = Collection.of(dict(list(articles.items())[:n]))
                assert grown.find_repeats() == anew.find_repeats()
        assert grown.find_repeats() == Collection.of(articles).find_repeats()


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_a_collection_of_one_article_finds_what_the_article_alone_does(chance: random.Random) -> None:
    (article,) = make_articles(chance, 1).values()
    alone, found = find_repeats(article), Collection.of({"": article}).find_repeats()
    assert (found.groups, found.runs, found.also) == (alone.groups, alone.runs, alone.also)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_the_sieve_gives_what_plain_counting_gives(chance: random.Random) -> None:
    texts = [make_paragraph(chance) for _ in range(chance.randint(1, 60))]
    sieve: Sieve[int] = Sieve()
    seen: list[frozenset[int]] = []
    for number, text in enumerate(texts):
        rows = rows_of(text)
        holders = Counter(row for known in seen for row in known)
        told = {row for row in rows if holders[row] <= COMMON}
        plain = {
            other
            for other, known in enumerate(seen)
            if len(told & known) >= max(1.0, LEAST_SHARED * min(len(rows), len(known)))
        }
        assert set(sieve.partners_of(tuple(rows))) == plain
        assert set(sieve.add(number, text)) == plain
        seen.append(rows)
    assert [(owner, frozenset(rows)) for owner, rows in sieve.rows()] == list(enumerate(seen))


@settings(max_examples=40)
@given(st.integers(0, 1 << 32), st.integers(0, 4))
def test_the_row_table_gives_what_a_dict_gives(seed: int, most: int) -> None:
    chance = random.Random(seed)
    table, plain = RowTable(most), dict[int, list[int]]()
    pool = [chance.randrange(1 << 32) for _ in range(40)] + [n << 20 for n in range(20)]
    for paragraph in range(chance.randint(1, 600)):
        rows = tuple({*chance.sample(pool, 2), chance.randrange(1 << 32)})
        expected = [other for row in rows for other in plain.get(row, ()) if len(plain[row]) <= most]
        assert Counter(table.add(rows, paragraph)) == Counter(expected)
        for row in rows:
            if len(plain.setdefault(row, [])) <= most:
                plain[row].append(paragraph)
    for row in (*plain, 5):
        known = plain.get(row, [])
        assert sorted(table.holders_of(row)) == (known if len(known) <= most else [])


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_an_index_made_of_kept_rows_gives_the_same_candidates(chance: random.Random) -> None:
    alike = Alike()
    texts = [text for _ in range(chance.randint(1, 12)) for text in units_of_text(make_paragraph(chance))]
    alike.exchange((), texts)
    alike.exchange([text for text in texts if chance.random() < 0.3], ())
    rows = list(alike.rows())
    again = RepeatIndex.of(rows)
    assert sorted(again.rows()) == sorted(rows)
    for owner, number, _ in rows:
        assert set(again.candidates_of((owner, number))) == set(alike.candidates_of(owner))
