"""Texts of the family spelling and of its dictionaries."""

from __future__ import annotations

TEXTS: dict[str, str | tuple[str, str]] = {
    "spelling.word.title": "Spelling",
    "spelling.word.why": (
        "A misspelt word costs the reader’s trust. Reader asks the dictionary of the article’s language, sets names "
        "apart and proposes what was probably meant. Words that the dictionary merely does not know, and words of the "
        "other English, are shown but never changed unasked."
    ),
    "spelling.word.error": "“{word}” is misspelt; “{suggestion}” is probably meant.",
    "spelling.word.unknown": "The dictionary does not know “{word}”.",
    "spelling.word.british": "“{word}” is British spelling in an American article.",
    "spelling.word.american": "“{word}” is American spelling in a British article.",
    "spelling.fix": "{word}",
    "spelling.effect.quoted": "Changes the wording of a quotation; the change is marked.",
    "spelling.evidence.near": "Not in the dictionary ({language}, {provider}); nearest: {suggestion}.",
    "spelling.evidence.unknown": "Not in the dictionary ({language}, {provider}); nothing usual lies near.",
    "spelling.evidence.dialect": "{language}: {suggestion}. The word as it stands is in the dictionary of {other}.",
    "missing.enchant": "The library enchant is not installed, so spelling is not checked.",
    "missing.enchant.remedy": (
        "Debian and Ubuntu: install libenchant-2-2 (sudo apt install libenchant-2-2). macOS: brew install enchant. "
        "Then start Reader again."
    ),
    "missing.dictionary": "There is no dictionary for {language}, so spelling is not checked.",
    "missing.dictionary.remedy": (
        "Install one (Debian and Ubuntu: sudo apt install {package}), or choose another language. Then check again."
    ),
}
