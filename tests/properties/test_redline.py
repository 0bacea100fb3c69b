"""Law of the redline: accepting all gives the clean copy, rejecting all the article as opened, over role and text."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.applying import apply_changes
from reader.core.article import Article, Block, Container, ContainerKind, Mark, MarkKind, Origin, Role, Source
from reader.core.changes import END, Change, ChangeRefused, InsertBlock, MoveBlock, RemoveBlock, SetRole
from reader.core.editing import keep_as_caption, merge_blocks, replace_text, split_block
from reader.core.spans import Span
from reader.formats.read_docx import Tracked, read_docx
from reader.formats.write_docx import make_clean_docx, make_redline_docx

DATE = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
WORDS = [
    "mayor",
    "said,",
    "“so”",
    "😀",
    "e\u0301",
    "nb\u00a0sp",
    "a\u2028b",
    "t\tb",
    " two  blanks ",
    "<&>",
    "Kyiv’s",
    ".",
]
SOURCE = Source("a.docx", "docx")


def random_text(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 8))).strip() or "x"


def random_article(chance: random.Random) -> Article:
    blocks = []
    for n in range(1, chance.randint(3, 8)):
        text = random_text(chance)
        role = chance.choice([Role.PARAGRAPH, Role.PARAGRAPH, Role.CAPTION, Role.CROSSHEAD, Role.QUOTE, Role.LIST_ITEM])
        marks = (Mark(Span(0, len(text) // 2), MarkKind.BOLD),) if chance.random() < 0.3 and len(text) > 1 else ()
        if chance.random() < 0.2:
            marks = (Mark(Span(0, len(text)), MarkKind.LINK, "https://example.org/?a=1&b=2"),)
        level = 1 if role is Role.CROSSHEAD else 0
        blocks.append(Block(n, text, role, level, marks, origin=Origin(n)))
    if chance.random() < 0.3:
        cells = [Container(ContainerKind.CELL, (1, row, column)) for row in (0, 1) for column in (0, 1)]
        blocks += [Block(50 + n, random_text(chance), container=cell) for n, cell in enumerate(cells)]
    blocks.append(Block(99, "The end."))
    return Article(tuple(blocks))


def random_change(chance: random.Random, article: Article, fresh: int) -> list[Change]:
    block = chance.choice(article.blocks[:-1])
    words = [n for n, char in enumerate(block.text) if char == " "] + [0, len(block.text)]
    low, high = sorted(chance.choices(words, k=2))
    match chance.randrange(8):
        case 0 | 1 | 2:
            return [replace_text(block, low, high, chance.choice(["", "new words", "x"]))]
        case 3:
            return [RemoveBlock(block)]
        case 4:
            return [InsertBlock(Block(fresh, random_text(chance)), chance.choice(article.blocks).id)]
        case 5:
            return [SetRole(block.id, block.role, Role.CAPTION, block.level, 0)]
        case 6:
            return list(keep_as_caption(block)) if chance.random() < 0.5 else [MoveBlock(block.id, END)]
        case _:
            n = article.position(block.id)
            return [split_block(block, low, fresh)] if low else [merge_blocks(block, article.blocks[n + 1])]


def edited(chance: random.Random, article: Article) -> Article:
    for n in range(chance.randint(0, 6)):
        if len(article.blocks) < 3:
            break
        try:
            article = apply_changes(article, random_change(chance, article, 200 + n)).article
        except ChangeRefused:
            continue
    return article


def said(article: Article) -> list[tuple[str, str]]:
    """Role and text of all blocks that hold text; blanks at the very ends of a cell's text aside."""
    return [(block.role.value, block.text) for block in article.blocks if block.text.strip()]


@settings(max_examples=80)
@given(st.randoms(use_true_random=False))
def test_accepting_gives_the_clean_copy_and_rejecting_the_article_as_opened(chance: random.Random) -> None:
    opened = random_article(chance)
    now = edited(chance, opened)
    redline = make_redline_docx(opened, now, "Editor", DATE)
    accepted, _ = read_docx(redline, SOURCE, Tracked.ACCEPT)
    rejected, _ = read_docx(redline, SOURCE, Tracked.REJECT)
    assert said(accepted) == said(now)
    assert said(rejected) == said(opened)


@settings(max_examples=40)
@given(st.randoms(use_true_random=False))
def test_the_clean_copy_reads_back_with_its_marks(chance: random.Random) -> None:
    article = edited(chance, random_article(chance))
    read, notes = read_docx(make_clean_docx(article, "Editor", DATE), SOURCE)
    assert said(read) == said(article)
    assert notes == ()
    marks = [block.marks for block in article.blocks if block.text.strip()]
    assert [block.marks for block in read.blocks if block.text.strip()] == marks


def test_the_same_input_gives_the_same_bytes() -> None:
    article = random_article(random.Random(1))
    now = edited(random.Random(2), article)
    assert make_clean_docx(now, "E", DATE) == make_clean_docx(now, "E", DATE)
    assert make_redline_docx(article, now, "E", DATE) == make_redline_docx(article, now, "E", DATE)


def test_libreoffice_reads_the_clean_copy_as_we_do(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("needs LibreOffice")
    article = Article.of("One “so” 😀.", "Two\u00a0three.", "Four.")
    article = article.with_block(replace(article.blocks[2], role=Role.CAPTION))
    file = tmp_path / "clean.docx"
    file.write_bytes(make_clean_docx(article, "Editor", DATE))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=150)
    lines = (tmp_path / "clean.txt").read_text(encoding="utf-8-sig").splitlines()
    assert [line for line in lines if line] == [block.text for block in article.blocks]
