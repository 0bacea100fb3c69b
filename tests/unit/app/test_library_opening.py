"""Taking up work where it was left: resumed, changed meanwhile, open elsewhere, or kept nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.export import ExportOptions
from reader.app.file_process import FileAnswer, is_small_text, read_now, run_file_process
from reader.app.file_work import read_request, write_request
from reader.app.library_opening import LibraryDesk
from reader.core.article import Article
from reader.core.editing import replace_text
from reader.core.messages import Message
from reader.formats.write import write_article

EDIT = Message.of("step.moved")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text("One.\n\nTwo.\n")
    return path


@pytest.fixture
def desk(tmp_path: Path) -> LibraryDesk:
    return LibraryDesk(tmp_path / "library.sqlite")


def test_work_is_taken_up_where_it_was_left(file: Path, desk: LibraryDesk) -> None:
    begun = desk.begin(str(file), read_now(file))
    begun.session.edit([replace_text(begun.session.article.blocks[0], 0, 3, "1")], EDIT)
    begun.release()
    again = desk.begin(str(file), read_now(file))
    assert not again.changed
    assert [block.text for block in again.session.article.blocks] == ["1.", "Two."]
    assert again.session.history.can_undo


def test_a_file_that_changed_meanwhile_is_told_and_can_be_begun_anew(file: Path, desk: LibraryDesk) -> None:
    begun = desk.begin(str(file), read_now(file))
    begun.session.edit([replace_text(begun.session.article.blocks[0], 0, 3, "1")], EDIT)
    begun.release()
    file.write_text("Another text.\n")
    again = desk.begin(str(file), read_now(file))
    assert again.changed
    assert again.session.article.blocks[0].text == "1."
    anew = desk.begin_anew(str(file), read_now(file))
    assert not anew.changed
    assert anew.session.article.blocks[0].text == "Another text."


def test_a_second_window_is_read_only_until_the_first_is_closed(file: Path, desk: LibraryDesk, tmp_path: Path) -> None:
    first = desk.begin(str(file), read_now(file))
    other = LibraryDesk(tmp_path / "library.sqlite")
    assert other.begin(str(file), read_now(file)).read_only
    first.release()
    assert not other.begin(str(file), read_now(file)).read_only


def test_without_a_library_one_works_all_the_same_and_is_told(file: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"no database" * 200)
    found = LibraryDesk(broken).begin(str(file), read_now(file))
    assert found.problem is not None
    found.session.edit([replace_text(found.session.article.blocks[0], 0, 3, "1")], EDIT)
    assert found.session.article.blocks[0].text == "1."


def test_the_library_never_writes_to_the_opened_file(file: Path, desk: LibraryDesk) -> None:
    before = file.read_bytes()
    begun = desk.begin(str(file), read_now(file))
    begun.session.edit([replace_text(begun.session.article.blocks[0], 0, 3, "1")], EDIT)
    desk.close()
    assert file.read_bytes() == before


def test_a_document_is_read_and_written_in_a_process_of_its_own(tmp_path: Path) -> None:
    article = Article.of("One.", "Two.")
    source = tmp_path / "a.docx"
    options = ExportOptions("Editor")
    write_article(article, source, author="E", date=options.stamp)
    assert not is_small_text(source)
    read = run_file_process(read_request(source))
    assert read.article is not None
    assert [block.text for block in read.article.blocks] == ["One.", "Two."]
    target = tmp_path / "out.docx"
    written = run_file_process(write_request(article, article, [("clean", target)], options))
    assert written == FileAnswer()
    assert target.exists()


def test_a_document_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "a.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")
    refused = run_file_process(read_request(broken)).refused
    assert refused is not None
    assert refused.key == "file.broken"
