"""Text read in the wrong encoding (donâ€™t, cafÃ©), repaired by ftfy with only its encoding fix.

The only module that knows ftfy. With its default options it would straighten curly quotes in clean text.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from reader.checks.facts import Facts
from reader.checks.kinds import BlockCheck
from reader.core.article import Block
from reader.core.editing import replace_text
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place
from reader.text.alphabet import find_outsiders

MOJIBAKE = Rule(
    "encoding.mojibake",
    Family.CLEANUP,
    Unit.BLOCK,
    safety=Safety.AUTO,
    version=3,
    examples=(
        Example("They donâ€™t know.", "They don’t know."),
        Example("A cafÃ© in Paris.", "A café in Paris."),
        Example("He said, â€œYes.â€\u009d", "He said, “Yes.”"),
        Example("The city â€“ once a port â€“ is empty.", "The city – once a port – is empty."),
        Example("Ein MÃ¼nchner in SÃ£o Paulo.", "Ein Münchner in São Paulo."),
        Example("It\u0092s late, he said.", "It’s late, he said."),
        Example("A smile: ðŸ˜€.", "A smile: 😀."),
        Example("He asked: â€œWhat of â€˜himâ€™?â€\u009d", "He asked: “What of ‘him’?”"),
    ),
    fine=(
        "They don’t know a café in São Paulo.",
        "ÂNGELA and CÂMARA are names.",
        "The mayor of Bâle said so.",
        "It cost £5, or €6.",
        '“Curly” and "straight" stay as they are.',
    ),
)

_SUSPICIOUS = re.compile(
    "[\u0080-\u009f]|[ÂÃâÄÅÐÑÎÏØÙĂðÐ][\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]"
)


def find_mojibake(block: Block, facts: Facts) -> Iterator[Finding]:
    """The characters that were read in the wrong encoding."""
    del facts
    if not _SUSPICIOUS.search(block.text):
        return
    right = _repair(block.text)
    if right == block.text:
        return
    for i, j, k, end in _find_stretches(block.text, right):
        fix = Fix(
            Message.of("encoding.fix", right=right[k:end]),
            (replace_text(block, i, j, right[k:end]),),
            Safety.AUTO,
            slot=1,
        )
        place = Place.at(block.id, i, j)
        message = Message.of("encoding.mojibake")
        yield Finding(
            MOJIBAKE.id, place, block.text[i:j], message, Severity.ERROR, key="mojibake", fixes=(fix,), score=0.99
        )


def _find_stretches(old: str, new: str) -> list[tuple[int, int, int, int]]:
    """What differs, as offsets in the old and in the new text; each stretch holds something of the old one.

    A mark that stands right beside a broken one of the same kind is taken for the repaired one by the comparison: what
    is left out and put in on its two sides is one stretch.
    """
    stretches: list[tuple[int, int, int, int]] = []
    for tag, i, j, k, end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if stretches and i - stretches[-1][1] <= 1 and tag != "replace":
            start, _, new_start, _ = stretches.pop()
            stretches.append((start, j, new_start, end))
        else:
            stretches.append((i, j, k, end))
    return [_with_neighbour(*stretch) for stretch in stretches]


def _with_neighbour(i: int, j: int, k: int, end: int) -> tuple[int, int, int, int]:
    """The stretch; where nothing of the old text is in it, with the character before or behind."""
    if i < j:
        return i, j, k, end
    return (i - 1, j, k - 1, end) if i > 0 else (i, j + 1, k, end + 1)


@cache
def _config() -> Any:
    import ftfy

    return ftfy.TextFixerConfig(
        unescape_html=False,
        remove_terminal_escapes=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        fix_line_breaks=False,
        fix_surrogates=False,
        remove_control_chars=False,
        normalization=None,
        explain=False,
    )


def _repair(text: str) -> str:
    """The text in its right encoding; as it is where that would bring in characters that no block may hold."""
    import ftfy

    repaired = str(ftfy.fix_text(text, _config()))
    return repaired if not find_outsiders(repaired) else text


MOJIBAKE_CHECK = BlockCheck(MOJIBAKE, find_mojibake)
