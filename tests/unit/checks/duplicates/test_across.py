"""Several articles: what is found across them, few or many, and that the sieve lets copies through."""

from __future__ import annotations

import random

import pytest

from reader.checks.duplicates.across import FEW, Collection
from reader.checks.duplicates.sieve import COMMON, Sieve, rows_of
from reader.core.article import Article
from reader.core.duplicates import DuplicateKind

BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
AGAIN = "On Monday the old bridge over the Tamble will close to lorries while masons repair the northern arch."
FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."


def make_paragraph(chance: random.Random, words: int = 30) -> str:
    return " ".join(f"w{chance.randrange(20_000)}" for _ in range(words)).capitalize() + "."


def test_passages_name_their_articles() -> None:
    found = Collection.of({"a": Article.of("Head", BRIDGE), "b": Article.of("Other", FERRY, AGAIN)}).find_repeats()
    (group,) = found.groups
    assert (group.reference.article, group.copies[0].passage.article) == ("a", "b")
    assert group.copies[0].kind is DuplicateKind.NEAR


def test_the_same_blocks_ids_in_two_articles_are_not_mixed_up() -> None:
    found = Collection.of({"a": Article.of("Head", BRIDGE), "b": Article.of("Head", BRIDGE)}).find_repeats()
    (group,) = found.groups
    assert group.reference.places == group.copies[0].passage.places
    assert {group.reference.article, group.copies[0].passage.article} == {"a", "b"}


def test_an_article_can_be_added_but_not_twice() -> None:
    collection = Collection.of({"a": Article.of("Head", BRIDGE)})
    assert collection.find_repeats().groups == ()
    collection.add("b", Article.of("Other", BRIDGE))
    assert len(collection.find_repeats().groups) == 1
    with pytest.raises(ValueError, match="already"):
        collection.add("b", Article.of("Other", BRIDGE))


def test_among_many_articles_copies_are_found_too() -> None:
    chance = random.Random(5)
    articles = {
        str(n): Article.of(f"Head {n}", *(make_paragraph(chance) for _ in range(40))) for n in range(FEW // 40 + 5)
    }
    articles["first"] = Article.of("Head first", BRIDGE, FERRY)
    articles["last"] = Article.of("Head last", make_paragraph(chance), AGAIN, FERRY)
    groups = Collection.of(articles).find_repeats().groups
    assert [(group.reference.article, group.copies[0].passage.article) for group in groups] == [("first", "last")] * 2


def test_the_sieve_lets_through_what_shares_wording_and_nothing_else() -> None:
    sieve: Sieve[str] = Sieve()
    assert sieve.add("bridge", BRIDGE) == []
    assert sieve.add("ferry", FERRY) == []
    assert sieve.add("again", AGAIN) == ["bridge"]


def test_rows_do_not_hang_on_where_a_text_stands() -> None:
    inside = rows_of(f"{FERRY} {BRIDGE} {FERRY}")
    assert rows_of(BRIDGE) <= inside


def test_phrases_that_all_share_are_no_sign() -> None:
    sieve: Sieve[int] = Sieve()
    chance = random.Random(2)
    for n in range(COMMON + 10):
        sieve.add(n, f"{BRIDGE} {make_paragraph(chance)}")
    assert sieve.add(-1, f"{BRIDGE} {make_paragraph(chance)}") == []


def test_a_sieve_made_of_kept_rows_is_the_same() -> None:
    sieve: Sieve[str] = Sieve()
    sieve.add("bridge", BRIDGE)
    again: Sieve[str] = Sieve()
    for owner, rows in sieve.rows():
        again.add_rows(owner, rows)
    assert again.add("again", AGAIN) == sieve.add("again", AGAIN) == ["bridge"]
