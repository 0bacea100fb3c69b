"""The slots of choices: the key printed on a choice of a repeat or caption, the same on every card."""

from __future__ import annotations

PROPOSED = 1
"""What the key `a` takes; only this one may be taken unattended, or in bulk."""
OTHER_WAY, KEEP_BOTH, MERGE, AS_CAPTION = 2, 3, 4, 5
CUT_AND_LOSE = 6
"""A cut that takes words from the article altogether: offered, never proposed."""
