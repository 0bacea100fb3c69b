"""Replacements take the shape of what they replace."""

from __future__ import annotations

import pytest

from reader.lexicon.casing import match_shape


@pytest.mark.parametrize(
    ("original", "replacement", "shaped"),
    [
        ("recieve", "receive", "receive"),
        ("Recieve", "receive", "Receive"),
        ("RECIEVE", "receive", "RECEIVE"),
        ("monday", "Monday", "Monday"),
        ("A", "an", "An"),
        ("dont", "don't", "don’t"),
        ("do'nt", "don't", "don't"),
        ("do’nt", "don't", "don’t"),
    ],
)
def test_capitals_and_apostrophes_follow_the_original(original: str, replacement: str, shaped: str) -> None:
    assert match_shape(original, replacement) == shaped
