"""What short lines are: debris of a page, parts of the story, copy."""

from __future__ import annotations

import pytest

from reader.text.line_classes import DEBRIS, LONGEST_LINE, classify_debris, classify_line
from reader.text.line_patterns import PATTERNS, LineClass


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Advertisement", LineClass.ADVERTISEMENT),
        ("ADVERTISEMENT", LineClass.ADVERTISEMENT),
        ("Article continues below this ad", LineClass.ADVERTISEMENT),
        ("Share this article", LineClass.SHARE_BAR),
        ("Facebook | Twitter | Email", LineClass.SHARE_BAR),
        ("Share this story: Facebook | X | WhatsApp | Email", LineClass.SHARE_BAR),
        ("Share on WhatsApp", LineClass.SHARE_BAR),
        ("1.2k shares", LineClass.COUNTER),
        ("View all 34 comments", LineClass.COUNTER),
        ("Read more: Ten ways to vote", LineClass.LINK_TO_MORE),
        ("READ MORE", LineClass.LINK_TO_MORE),
        ("Related: The bridge that closed", LineClass.LINK_TO_MORE),
        ("Most read in News", LineClass.LINK_TO_MORE),
        ("SCROLL DOWN FOR VIDEO", LineClass.SCROLL_CUE),
        ("Click here to see the pictures", LineClass.SCROLL_CUE),
        ("Sign up to our free newsletter", LineClass.SIGN_UP),
        ("Get the best of Holt in your inbox every morning.", LineClass.SIGN_UP),
        ("Follow us on Instagram", LineClass.SIGN_UP),
        ("Already a subscriber? Log in", LineClass.PAYWALL),
        ("We use cookies to improve your visit", LineClass.COOKIE_LINE),
        ("© 2025 The Holt Gazette", LineClass.COPYRIGHT),
        ("All rights reserved.", LineClass.COPYRIGHT),
        ("Loading…", LineClass.PLAYER),
        ("3 of 12 photos", LineClass.PLAYER),
        ("View this post on Instagram", LineClass.EMBED_REMAINS),
        ("pic.twitter.com/a1B2c3", LineClass.EMBED_REMAINS),
    ],
)
def test_lines_of_a_page_are_debris_and_told_apart(line: str, kind: LineClass) -> None:
    assert classify_debris(line) is kind
    assert classify_debris(f"  {line} ") is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("EMBARGOED UNTIL 00:01 GMT TUESDAY", LineClass.NOTICE),
        ("Correction: the vote was on Tuesday.", LineClass.NOTICE),
        ("MANDATORY KILL: do not use Bridge closed", LineClass.NOTICE),
        ("Editor’s note: subscribe to our newsletter was cut.", LineClass.NOTICE),
        ("Eds: adds quotes from the mayor", LineClass.NOTICE),
        ("ENDS", LineClass.SIGN_OFF),
        ("-30-", LineClass.SIGN_OFF),
        ("By Ines Calder", LineClass.BYLINE),
        ("By Ines Calder and Tom Pell for the Holt Gazette", LineClass.BYLINE),
        ("Published: 14:22 BST, 3 March 2025", LineClass.TIME_STAMP),
        ("3 March 2025", LineClass.TIME_STAMP),
    ],
)
def test_lines_of_the_story_are_told_and_kept(line: str, kind: LineClass) -> None:
    assert classify_line(line) is kind
    assert classify_debris(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, she told the children.",
        "Share prices fell on Monday after the bank said it would cut jobs.",
        "Share this article with nobody, he told them.",
        "Follow the river for two miles and turn left at the mill.",
        "“Share this article,” he said.",
        "Join the army, he told them, and see the world.",
        "Follow us, the men shouted to her.",
        "By the river they waited until noon.",
        "The advertisement was withdrawn. Nobody said why.",
        "Facebook said it would look into it.",
        "More than two thousand people came.",
        "More on Monday, he promised.",
        "Related families lived on both banks of the river.",
        "May was cold.",
        "Watch out for the dog.",
        "",
        "   ",
    ],
)
def test_copy_is_not_taken_for_debris(line: str) -> None:
    assert classify_debris(line) is None


def test_a_long_line_is_copy() -> None:
    assert classify_line("Read more: " + "x" * LONGEST_LINE) is None


def test_every_class_has_its_pattern() -> None:
    assert set(PATTERNS) == set(LineClass)
    assert LineClass.NOTICE not in DEBRIS


@pytest.mark.parametrize(
    "line", ["A" * 160, "Aa " * 53, "BY " + "A" * 150, "related " * 20, "email" * 32, "12:34 " * 26]
)
def test_hostile_lines_are_answered_at_once(line: str) -> None:
    assert classify_debris(line[:LONGEST_LINE]) in (None, *LineClass)
