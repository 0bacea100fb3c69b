"""Tells a statement made anew, in other words: two sentences that share words which hardly any other has.

Words that the whole article is full of (its people, its subject) stand in any two of its sentences; a word that stands
in these two and nowhere else is no chance. So each shared word counts by how rare it is in the article, and what is
shared must be much by itself and much of both sentences. Embeddings of words and of sentences were measured beside
this and rank such pairs no better.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.checks.duplicates.units import UnitText

MUCH = 1.4
"""What is shared, times the mean share of both sentences: about three rare words that are half of each."""
MUCH_BUILT_ALIKE = 2.2
"""The same where one stands right behind the other and the matter goes on, or where words gave way slot by slot."""
OF_BOTH = 0.4
"""Share of either sentence: where one says much besides, it goes on with the matter and does not repeat it."""
OF_BOTH_FOR_CAPTION = 0.33
"""The same where one reads like a caption: captions take one thing from a long sentence."""
FEWEST_RARE = 2
_RARE = 2
"""So many of the shared words stand at most four times (this rank) in the article."""
_COMMONER = 0.16
_COMMONEST = 5
"""A word loses this weight whenever it stands twice as often, so many times."""


def rank_of(count: int) -> int:
    """How common a word is that stands so often: 0 for once, 1 for twice, 2 up to four times, 3 up to eight."""
    return min(max(count - 1, 0).bit_length(), _COMMONEST)


def restate(left: UnitText, right: UnitText, counts: Mapping[str, int], *, much: float, caption: bool) -> bool:
    """Whether two sentences state the same in other words; `counts` say how often each word stands in the article.

    `much` is what they must share. Little of it stands in the same order where `compare_units` gives no comparison.
    """
    mine, its = dict.fromkeys(left.content), dict.fromkeys(right.content)
    common = [key for key in mine if key in its]
    shared = sum([weigh_word(counts[key]) for key in common])
    if shared < much or sum([rank_of(counts[key]) <= _RARE for key in common]) < FEWEST_RARE:
        return False
    share_of_mine, share_of_its = (shared / sum([weigh_word(counts[key]) for key in keys]) for keys in (mine, its))
    if min(share_of_mine, share_of_its) < (OF_BOTH_FOR_CAPTION if caption else OF_BOTH):
        return False
    return shared * (share_of_mine + share_of_its) / 2 >= much


def weigh_shared(left: UnitText, right: UnitText, counts: Mapping[str, int]) -> float:
    """What two sentences share, every word by how rare it is: less than `MUCH` is nothing."""
    its = frozenset(right.content)
    return sum([weigh_word(counts[key]) for key in dict.fromkeys(left.content) if key in its])


def weigh_word(count: int) -> float:
    """What a word counts that stands so often in the article: the rarer, the more."""
    return _WEIGHTS[count] if count < len(_WEIGHTS) else _LEAST_WEIGHT


_WEIGHTS = tuple(1 - _COMMONER * rank_of(count) for count in range(2**_COMMONEST))
_LEAST_WEIGHT = 1 - _COMMONER * _COMMONEST
"""Read from a table: every word of every pair that may be a restatement is weighed."""
