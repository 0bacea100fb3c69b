"""Files that cannot be read or written: one sentence with the remedy, and nothing is lost."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from reader.app.messages.rendering import english_texts, render_english
from reader.core.article import Article
from reader.formats.read import read_bytes, read_clipboard_text, read_file
from reader.formats.refusals import FileRefused
from reader.formats.write import write_article, write_redline_file

DATE = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def make_zip(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def refusal_of(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        read_file(path)
    assert caught.value.message.key in english_texts()
    assert str(path) in render_english(caught.value.message)
    return caught.value.kind


DTD = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
FILES: list[tuple[str, str, bytes]] = [
    ("empty", "a.txt", b""),
    ("empty", "blank.txt", b" \n\t\r\n"),
    ("binary", "elf.txt", b"\x7fELF\x02\x01\x01" + bytes(64)),
    ("binary", "png.txt", b"\x89PNG\r\n\x1a\n" + bytes(64)),
    ("binary", "nul.txt", b"ab\0cd\0\0\0ef" * 50),
    ("binary", "controls.txt", bytes(range(1, 32)) * 40),
    ("binary", "a.pdf", b"%PDF-1.7 something"),
    ("old word", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)),
    ("broken", "a.docx", b"PK\x03\x04 and then nothing"),
    ("broken", "text.docx", b"this is no zip file"),
    ("broken", "other.docx", make_zip(mimetype="application/epub+zip")),
    ("broken", "xml.docx", make_zip(**{"word/document.xml": "<w:document"})),
    ("broken", "dtd.docx", make_zip(**{"word/document.xml": DTD})),
]


@pytest.mark.parametrize(("kind", "name", "data"), FILES, ids=[name for _, name, _ in FILES])
def test_a_file_that_is_no_article_is_refused(tmp_path: Path, kind: str, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refusal_of(path) == kind
    assert path.read_bytes() == data


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone.txt") == "missing"
    assert refusal_of(tmp_path) == "directory"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("One")
    path.chmod(0)
    assert refusal_of(path) == "permission"


def test_a_file_that_promises_too_much_is_refused_before_it_is_inflated(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(300 << 20))
    assert path.stat().st_size < 1 << 20
    assert refusal_of(path) == "too large"


def test_an_empty_clipboard_is_refused() -> None:
    with pytest.raises(FileRefused) as caught:
        read_clipboard_text(" \n")
    assert caught.value.kind == "empty clipboard"
    assert "{" not in render_english(caught.value.message)


def test_bytes_in_no_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(b"One \x81\x8d\x8f\x90\x9d\xff\xfe\xfd two " * 50)
    assert refusal_of(path) == "unknown encoding"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_told(encoding: str) -> None:
    text = "The mayor’s café – “so,” she said, naïve and très élégant, was open.\r\n\r\nThen it closed.\r\n" * 8
    loaded = read_bytes(text.encode(encoding), "a.txt", ".txt")
    assert loaded.article.blocks[0].text.startswith("The mayor’s café – “so,”")


def write_refusal(target: Path, article: Article) -> str:
    with pytest.raises(FileRefused) as caught:
        write_article(article, target, author="E", date=DATE)
    assert caught.value.message.key in english_texts()
    return caught.value.kind


def test_writing_where_nothing_can_be_written_is_refused(tmp_path: Path) -> None:
    article = Article.of("One")
    assert write_refusal(tmp_path / "no" / "a.docx", article) == "no folder"
    assert write_refusal(tmp_path / "a.odt", article) == "unsupported"
    folder = tmp_path / "folder.docx"
    folder.mkdir()
    assert write_refusal(folder, article) == "target is folder"
    with pytest.raises(FileRefused):
        write_redline_file(article, article, tmp_path / "a.txt", author="E", initials="E", date=DATE)


FULL = """
import datetime as dt, resource, signal, sys
from pathlib import Path
from reader.core.article import Article
from reader.formats.refusals import FileRefused
from reader.formats.write import write_article
import reader.formats.write_docx
article = Article.of("One " * 20000)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    write_article(article, Path(sys.argv[1]), author="E", date=dt.datetime.now(dt.UTC))
except FileRefused as refused:
    print(refused.kind)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_full_disk_leaves_what_was_there_before(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("as it was")
    done = subprocess.run([sys.executable, "-c", FULL, str(target)], capture_output=True, text=True, check=True)
    assert done.stdout == "disk full\n"
    assert target.read_text() == "as it was"
    assert list(tmp_path.iterdir()) == [target]
