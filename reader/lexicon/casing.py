"""Gives a replacement the shape of the word it stands for: capitals and the kind of apostrophe."""

from __future__ import annotations


def capitalise(word: str) -> str:
    """The word with its first letter in upper case and the others as they are."""
    return word[:1].upper() + word[1:]


def match_shape(original: str, replacement: str) -> str:
    """The replacement in the capitals of the original, with curly apostrophes where the original has or needs them.

    A replacement with capitals of its own ("Monday", "McDonald") keeps them.
    """
    shaped = replacement
    if len(original) > 1 and original.isupper():
        shaped = replacement.upper()
    elif original[:1].isupper():
        shaped = capitalise(replacement)
    return shaped if "'" in original else shaped.replace("'", "’")
