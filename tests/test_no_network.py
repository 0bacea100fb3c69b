"""The main job, from opening to the clean copy and the redline, with every socket forbidden."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent

# Run by Python before anything else. The C module is closed too: a library might go past the one in Python.
FORBID_SOCKETS = """
import _socket, socket, sys

def refuse(*arguments, **named):
    sys.stderr.write("a socket was asked for\\n")
    raise PermissionError("a socket was asked for")

class NoSocket(_socket.socket):
    __new__ = refuse

# urllib3, which spaCy imports, tries on import whether this machine can bind IPv6; it sends nothing.
_socket.has_ipv6 = socket.has_ipv6 = False
for module in (_socket, socket):
    module.socket = module.SocketType = NoSocket
    for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname", "socketpair"):
        if hasattr(module, name):
            setattr(module, name, refuse)
"""


def run_without_sockets(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What Python does with these arguments where asking for a socket fails and leaves a line on standard error."""
    (folder / "sitecustomize.py").write_text(FORBID_SOCKETS, "utf-8")
    path = os.pathsep.join((str(folder), str(PROJECT)))
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_sockets_are_really_forbidden(tmp_path: Path) -> None:
    for call in ("socket()", "create_connection(('localhost', 9))", "getaddrinfo('localhost', 9)"):
        ran = run_without_sockets(tmp_path, "-c", f"import socket; socket.{call}")
        assert ran.returncode == 1
        assert "a socket was asked for" in ran.stderr


def test_the_sample_is_cleaned_and_exported_without_a_socket(tmp_path: Path, sample: Path) -> None:
    clean, redline = tmp_path / "clean.docx", tmp_path / "redline.docx"
    ran = run_without_sockets(
        tmp_path, "-m", "reader", "clean", str(sample), "-o", str(clean), "--fix", "all", "--redline", str(redline)
    )
    assert "a socket was asked for" not in ran.stderr
    assert ran.returncode == 0, ran.stderr
    assert clean.read_bytes().startswith(b"PK")
    assert redline.read_bytes().startswith(b"PK")
    assert clean.read_bytes() != redline.read_bytes()


def test_the_check_answers_without_a_socket(tmp_path: Path, sample: Path) -> None:
    ran = run_without_sockets(tmp_path, "-m", "reader", "check", str(sample), "--format", "json")
    assert "a socket was asked for" not in ran.stderr
    assert ran.returncode == 0, ran.stderr
    assert '"findings": [{' in ran.stdout
