"""A check worker without its process: what it answers to rows, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reader.app import rows
from reader.app.check_worker import CheckWorker
from reader.app.rows import Row, decode_findings, from_line, to_line
from reader.checks.facts import LANGUAGE, NAMES, Facts, Provider
from reader.checks.kinds import ArticleCheck, BlockCheck, Check
from reader.core.article import Article, Block
from reader.core.changes import Change
from reader.core.editing import replace_text, split_block
from reader.core.entities import NameList
from reader.core.findings import Finding
from reader.core.messages import Message
from reader.core.notes import Missing
from reader.core.plain import encode
from reader.core.rules import Family, Rule, Unit
from reader.core.spans import Place


def find_x(block: Block, facts: Facts) -> Iterable[Finding]:
    word = facts.get(LANGUAGE)
    for n, char in enumerate(block.text):
        if char == "x":
            yield Finding("letters.x", Place.at(block.id, n, n + 1), "x", Message.of("x", language=word))


def find_long(article: Article, _facts: Facts) -> Iterable[Finding]:
    if len(article.blocks) > 2:
        yield Finding("letters.many", Place(article.blocks[0].id), article.blocks[0].text, Message.of("many"))


class LettersKind:
    name = "quick"

    def checks(self) -> tuple[Check, ...]:
        block_rule = Rule("letters.x", Family.SPELLING, Unit.BLOCK, (), (), reads=("language",))
        article_rule = Rule("letters.many", Family.DUPLICATES, Unit.ARTICLE, (), ())
        return (BlockCheck(block_rule, find_x), ArticleCheck(article_rule, find_long))

    def providers(self) -> tuple[Provider[Any], ...]:
        return (
            Provider(LANGUAGE, lambda article, _facts: "en-GB" if "colour" in article.blocks[0].text else "en-US"),
            Provider(NAMES, lambda _article, _facts: NameList()),
        )

    def prepare(self, article: Article) -> Iterator[None]:
        del article
        return iter(())

    def missing(self) -> tuple[Missing, ...]:
        return ()


class Desk:
    """The other end of the pipe: keeps the last result of each block."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.worker = CheckWorker(LettersKind(), lambda row: self.rows.append(from_line(to_line(row))))

    def send(self, *row: Any) -> None:
        self.worker.receive(from_line(to_line(list(row))))

    def finish(self) -> None:
        while self.worker.work():
            pass

    def found(self) -> dict[tuple[str, int | None], tuple[Finding, ...]]:
        return {(row[3], row[4]): decode_findings(row[6]) for row in self.rows if row[0] == rows.FINDINGS}


def open_article(desk: Desk, article: Article) -> None:
    desk.send(rows.OPEN, "a", 0, encode(Article, article))


def test_an_opened_article_is_checked_whole_and_the_end_is_told() -> None:
    desk = Desk()
    open_article(desk, Article.of("axe", "box", "cat"))
    desk.finish()
    found = desk.found()
    assert [len(found["spelling", n]) for n in (1, 2, 3)] == [1, 1, 0]
    assert len(found["duplicates", None]) == 1
    assert desk.rows[-1][:3] == [rows.DONE, "a", 0]


def test_an_edit_re_checks_its_block_first_and_only_that() -> None:
    desk = Desk()
    article = Article.of("axe", "box", "cat")
    open_article(desk, article)
    desk.finish()
    desk.rows.clear()
    change = replace_text(article.blocks[2], 0, 1, "xx")
    desk.send(rows.CHANGES, "a", 1, encode(tuple[Change, ...], (change,)))
    desk.finish()
    blocks = [row[4] for row in desk.rows if row[0] == rows.FINDINGS and row[4] is not None]
    assert blocks == [3]
    assert [f.quote for f in desk.found()["spelling", 3]] == ["x", "x"]


def test_a_fact_that_changes_re_checks_what_reads_it() -> None:
    desk = Desk()
    article = Article.of("axe", "box")
    open_article(desk, article)
    desk.finish()
    change = replace_text(article.blocks[0], 0, 3, "colour x")
    desk.send(rows.CHANGES, "a", 1, encode(tuple[Change, ...], (change,)))
    desk.finish()
    assert desk.found()["spelling", 2][0].message == Message.of("x", language="en-GB")
    facts = [row for row in desk.rows if row[0] == rows.FACT and row[3] == "language"]
    assert [row[4] for row in facts] == ["en-GB"]


def test_a_fact_that_is_given_is_not_computed() -> None:
    desk = Desk()
    open_article(desk, Article.of("axe"))
    desk.send(rows.FACT, "a", 0, "language", "en-GB")
    desk.finish()
    assert desk.found()["spelling", 1][0].message == Message.of("x", language="en-GB")


def test_blocks_in_sight_come_before_the_others() -> None:
    desk = Desk()
    open_article(desk, Article.of(*["x"] * 9))
    desk.send(rows.VISIBLE, "a", [7, 8])
    desk.finish()
    blocks = [row[4] for row in desk.rows if row[0] == rows.FINDINGS and row[4] is not None]
    assert blocks[:2] == [7, 8]
    assert sorted(blocks) == list(range(1, 10))


def test_a_split_block_is_checked_in_both_halves() -> None:
    desk = Desk()
    article = Article.of("xa xb")
    open_article(desk, article)
    desk.finish()
    desk.rows.clear()
    desk.send(rows.CHANGES, "a", 1, encode(tuple[Change, ...], (split_block(article.blocks[0], 2, 9),)))
    desk.finish()
    assert [len(desk.found()["spelling", n]) for n in (1, 9)] == [1, 1]


def test_a_closed_article_is_worked_on_no_longer() -> None:
    desk = Desk()
    open_article(desk, Article.of("axe"))
    desk.send(rows.CLOSE, "a")
    assert not desk.worker.work()
    assert desk.rows == []


def test_findings_travel_in_rows_of_at_most_two_hundred() -> None:
    desk = Desk()
    open_article(desk, Article.of("x" * 450))
    desk.finish()
    parts = [row for row in desk.rows if row[0] == rows.FINDINGS and row[4] == 1]
    assert [len(row[6]) for row in parts] == [200, 200, 50]
    assert [row[5] for row in parts] == [True, True, False]
