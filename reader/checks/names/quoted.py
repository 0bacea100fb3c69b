"""Whether a place stands inside quotation marks: what the user is told before a quotation is touched.

Reads one block: an opening mark without its closing one counts to the end, as in quotations over several paragraphs.
"""

from __future__ import annotations

import re

from reader.core.article import Block, Role
from reader.core.spans import Span

_QUOTED = re.compile(
    r"“[^“”]*(?:”|$)"
    r"|\"[^\"]*(?:\"|$)"
    r"|(?<!\w)‘(?!\d)[^‘]*?(?:’(?!\w)|$)"  # ’ inside a word is an apostrophe
    r"|(?<!\w)'[^']*(?:'\w[^']*)*'(?!\w)"
)


def is_quoted(block: Block, span: Span) -> bool:
    """Whether a span stands in a quotation; a block with the role of a quote is one."""
    if block.role is Role.QUOTE:
        return True
    return any(match.start() < span.start and span.end <= match.end() for match in _QUOTED.finditer(block.text))
