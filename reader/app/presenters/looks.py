"""How a finding looks: icon and mark by its rule and class, so that list, card, text and ruler agree."""

from __future__ import annotations

from enum import StrEnum

from reader.core.findings import Finding


class Look(StrEnum):
    """Kinds of mark; each has an icon, a drawing in the text, in the margin and in the ruler."""

    REPEAT = "repeat"
    CAPTION = "caption"
    CLASH = "clash"
    FRAGMENT = "fragment"
    QUOTE_MARK = "quote mark"
    MISSING_MARK = "missing mark"
    DEBRIS = "debris"
    BLANKS = "blanks"
    ENCODING = "encoding"
    NAME = "name"
    SPELLING_ERROR = "spelling error"
    SPELLING_UNKNOWN = "spelling unknown"
    DIALECT = "dialect"
    STYLE = "style"
    QUERY = "query"
    CHECKED = "checked"


_BY_RULE = {
    "duplicates.clash": Look.CLASH,
    "quotes.unclosed": Look.MISSING_MARK,
}
_BY_CATEGORY = {
    "duplicates": Look.REPEAT,
    "captions": Look.CAPTION,
    "debris": Look.DEBRIS,
    "fragments": Look.FRAGMENT,
    "quotes": Look.QUOTE_MARK,
    "blanks": Look.BLANKS,
    "encoding": Look.ENCODING,
    "invisible": Look.BLANKS,
    "names": Look.NAME,
    "spelling": Look.SPELLING_ERROR,
}
_BY_CLASS = {"error": Look.SPELLING_ERROR, "unknown": Look.SPELLING_UNKNOWN, "dialect": Look.DIALECT}


def look_of_rule(rule: str) -> Look:
    """The look of a rule's findings."""
    return _BY_RULE.get(rule) or _BY_CATEGORY.get(rule.partition(".")[0], Look.STYLE)


def look_of(finding: Finding) -> Look:
    """The look of a finding, by its spelling class where it has one."""
    if finding.rule.startswith("spelling.") and finding.klass in _BY_CLASS:
        return _BY_CLASS[finding.klass]
    return look_of_rule(finding.rule)
