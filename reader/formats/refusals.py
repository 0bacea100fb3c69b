"""Why a file could not be read or written, in one sentence that names the file and the remedy."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.core.messages import Message


class FileRefused(Exception):
    """A file cannot be read or written; `kind` is short ("missing", "disk full"), `message` is for the user."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(f"{kind}: {name}")
        self.kind = kind
        self.message = Message.of(f"file.{kind.replace(' ', '_')}", name=name)


_READING = {
    errno.ENOENT: "missing",
    errno.EISDIR: "directory",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
}
_WRITING = {
    errno.ENOENT: "no folder",
    errno.ENOTDIR: "no folder",
    errno.EISDIR: "target is folder",
    errno.EACCES: "cannot write",
    errno.EPERM: "cannot write",
    errno.EROFS: "cannot write",
    errno.ENOSPC: "disk full",
    errno.EDQUOT: "disk full",
    errno.EFBIG: "disk full",
}


def read_original(path: Path) -> bytes:
    """The bytes of a file; `FileRefused` where it cannot be read or is empty."""
    try:
        if path.is_dir():
            raise FileRefused("directory", str(path))
        data = path.read_bytes()
    except OSError as error:
        raise FileRefused(_READING.get(error.errno or 0, "unreadable"), str(path)) from error
    if not data.strip():
        raise FileRefused("empty", str(path))
    return data


@contextmanager
def refuse_writing(path: Path) -> Iterator[None]:
    """Turn what the system says while writing into `FileRefused`."""
    try:
        yield
    except OSError as error:
        raise FileRefused(_WRITING.get(error.errno or 0, "cannot write"), str(path)) from error
