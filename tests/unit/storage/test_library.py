"""The library keeps articles, steps and leases, and refuses clearly."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from reader.core.article import Article, Block, Source
from reader.core.decisions import Decision, Verdict
from reader.core.editing import replace_text
from reader.core.history import History, Step, StepKind, make_step
from reader.core.messages import Message
from reader.storage.library import Library, LibraryJournal, Stored
from reader.storage.refusals import LibraryRefused
from reader.storage.schema import MIGRATIONS, VERSION, migrate

LABEL = Message.of("edit")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library.sqlite")


def add(library: Library, path: str = "/a.txt") -> Stored:
    article = Article((Block(1, "One 😀\u00a0two\u2028three"),), source=Source("a.txt", "txt", "digest"))
    return library.add_article(path, article, b"One", "2026-11-24T10:00:00+00:00")


def make(article: Article, text: str, kind: StepKind = StepKind.EDIT, decisions: tuple[Decision, ...] = ()) -> Step:
    step, _, _ = make_step(article, kind, LABEL, [replace_text(article.blocks[0], 0, 0, text)], decisions)
    return step


def test_an_article_is_found_again_as_it_was_opened(library: Library, tmp_path: Path) -> None:
    stored = add(library)
    library.close()
    again = Library(tmp_path / "library.sqlite")
    assert again.find_article("/a.txt") == stored
    assert again.original_of(stored.key) == b"One"
    assert again.find_article("/b.txt") is None


def test_steps_are_found_again_and_typing_replaces_its_step(library: Library) -> None:
    stored = add(library)
    journal = LibraryJournal(library, stored.key)
    one, two, longer = make(stored.opened, "a"), make(stored.opened, "b"), make(stored.opened, "bc")
    journal.append(one, 1)
    journal.append(two, 2)
    journal.amend(longer, 2)
    assert library.load_history(stored.key) == History((one, longer), 2)


def test_a_step_after_an_undo_takes_the_place_of_what_was_undone(library: Library) -> None:
    stored = add(library)
    journal = LibraryJournal(library, stored.key)
    steps = [make(stored.opened, text) for text in "abc"]
    journal.append(steps[0], 1)
    journal.append(steps[1], 2)
    journal.move(1)
    assert library.load_history(stored.key) == History(tuple(steps[:2]), 1)
    journal.append(steps[2], 2)
    assert library.load_history(stored.key) == History((steps[0], steps[2]), 2)


def test_recent_articles_come_with_their_decisions(library: Library) -> None:
    stored = add(library)
    add(library, "/b.txt")
    decision = Decision(1, Verdict.STET, ())
    step = make(stored.opened, "a", StepKind.DECISION, (decision,))
    LibraryJournal(library, stored.key).append(step, 1)
    assert {(row.path, row.decisions) for row in library.list_recent()} == {("/a.txt", 1), ("/b.txt", 0)}


def test_a_second_window_gets_no_lease_until_the_first_is_gone_or_silent(library: Library, tmp_path: Path) -> None:
    key = add(library).key
    assert library.acquire_lease(key, "first")
    assert library.acquire_lease(key, "first")
    assert not library.acquire_lease(key, "second")
    library.release_lease(key, "first")
    assert library.acquire_lease(key, "second")
    with sqlite3.connect(tmp_path / "library.sqlite") as other:
        other.execute("UPDATE leases SET beat = beat - 31")
    assert library.acquire_lease(key, "third")


def test_accepted_words_are_kept(library: Library) -> None:
    library.accept_word("hotbar", "always")
    library.accept_word("hotbar", "client")
    library.accept_word("aka", "always")
    assert library.accepted_words() == ("aka", "hotbar")


def test_every_older_library_is_brought_up_to_date_with_its_rows(tmp_path: Path) -> None:
    for version in range(1, len(MIGRATIONS)):
        path = tmp_path / f"{version}.sqlite"
        connection = sqlite3.connect(path, isolation_level=None)
        migrate(connection, str(path), to=version)
        connection.execute(
            "INSERT INTO articles (key, path, name, format, digest, original, opened, opened_at)"
            " VALUES ('k', '/a.txt', 'a.txt', 'txt', 'd', x'00', '[]', '2026')"
        )
        connection.close()
        library = Library(path)
        assert library.original_of("k") == b"\0"
        assert library.acquire_lease("k", "me")
        library.close()
        assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (VERSION,)


def refusal(path: Path) -> str:
    with pytest.raises(LibraryRefused) as caught:
        Library(path)
    return caught.value.message.key


def test_a_library_of_a_newer_reader_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "newer.sqlite"
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert refusal(path) == "library.newer"


def test_a_damaged_library_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"this is no database" * 100)
    assert refusal(path) == "library.broken"
    assert path.read_bytes() == b"this is no database" * 100


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert refusal(tmp_path / "file" / "library.sqlite") == "library.permission"


def test_text_that_cannot_be_kept_is_refused(library: Library) -> None:
    article = Article((Block(1, "lone \ud800"),))
    with pytest.raises(LibraryRefused) as caught:
        library.add_article("/a.txt", article, b"", "now")
    assert caught.value.message.key == "library.text"
    assert library.find_article("/a.txt") is None
