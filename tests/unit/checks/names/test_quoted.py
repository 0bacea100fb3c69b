"""What stands inside quotation marks."""

from __future__ import annotations

import pytest

from reader.checks.names.quoted import is_quoted
from reader.core.article import Article, Role
from reader.core.spans import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “Kiev is calm.”", True),
        ("“We left,” she said of Kiev.", False),
        ("He said, “Kiev is calm and goes on in the next paragraph", True),
        ("‘It’s Kiev,’ she said.", True),
        ("It’s Kiev, the Russians’ goal.", False),
        ('"Kiev," he said.', True),
        ("'Don't go to Kiev,' he said.", True),
    ],
)
def test_a_place_is_in_a_quotation_or_not(text: str, *, expected: bool) -> None:
    at = text.index("Kiev")
    assert is_quoted(Article.of(text).blocks[0], Span(at, at + 4)) is expected


def test_a_block_with_the_role_of_a_quote_is_one() -> None:
    assert is_quoted(Article.of("Kiev is calm.", role=Role.QUOTE).blocks[0], Span(0, 4))
