"""Normal forms for comparing: text folded so that marks, case and look-alike punctuation make no difference.

`fold_marks` keeps the length (one code point for one); `fold_word` does not.
"""

from __future__ import annotations

import unicodedata

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼʹ`´′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2028\t", " "),
    }
)


def fold_marks(text: str) -> str:
    """The text with typographic quotes, dashes and blanks made plain; one code point for one."""
    return text.translate(_MARKS)


def fold_word(word: str) -> str:
    """The word for comparing: compatible forms made equal, marks plain, case folded."""
    return unicodedata.normalize("NFKC", word).translate(_MARKS).casefold()


def strip_accents(text: str) -> str:
    """The text without combining marks ("café" → "cafe")."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))
