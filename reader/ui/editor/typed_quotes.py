"""Which mark a typed straight quote becomes in an article with curly marks. Pure; offsets are code points."""

from __future__ import annotations

_OPENS_BEHIND = " \t\u00a0\u2028([{–—-/“‘"


def curl_typed_quote(typed: str, before: str) -> str:
    """The curly mark for a typed " or ' behind the text `before`: an opener at a start, else a closer or apostrophe."""
    opens = not before or before[-1] in _OPENS_BEHIND
    if typed == '"':
        if before.endswith("‘") or (opens and not before.endswith("“")):
            return "“"
        return "“" if opens and not before else "”"
    return "‘" if opens else "’"


def wants_curly_quotes(texts: list[str]) -> bool:
    """Whether quotes typed into an article with these blocks curl: unless it is typed with straight ones throughout."""
    curly = sum(text.count(mark) for text in texts for mark in "“”‘’")
    straight = sum(text.count(mark) for text in texts for mark in "\"'")
    return curly >= straight
