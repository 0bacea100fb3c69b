"""What a word is when passages are compared: folded form, stem, class (function, fact or content), and its weight.

A word here is one that `text.words` found; forms are cached, for an article says the same words again and again. What
a word weighs depends on the language alone, never on the article: so two passages compare alike wherever they stand,
and an edit elsewhere changes no verdict.
"""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from reader.lexicon.word_list import load_word_list
from reader.text.folding import fold_word

FUNCTION_WEIGHT = 0.15
_FACT_WEIGHT = 0.9
_COMMONEST_WEIGHT = 0.8
_RARE = 3.5
"""Zipf frequency up to which a word has the weight 1: about three times in a million words."""
_FALL = 0.1
"""What a word loses of its weight when it is ten times as frequent."""


class WordClass(IntEnum):
    """What a word contributes: a function word hardly anything; figures and dates are facts."""

    FUNCTION = 0
    CONTENT = 1
    NUMBER = 2
    DATE = 3


class WordForm(NamedTuple):
    """A word for comparing: `folded` without case and marks, `key` without inflection, `weight` 0.15 to 1."""

    folded: str
    key: str
    klass: WordClass
    weight: float


FUNCTION_WORDS = frozenset(
    "a an the of and or to in on at for with by from as is was were are be been being has have had having it its he she"
    " his her hers him they them their theirs this that these those which who whom whose said says say saying told"
    " tell tells telling adds added after before while when then than but not no nor so if i you we my your our me us"
    " do does did will would can could should may might must about into over under up out off down also just very"
    " there here what how why where all any some more most other such only own same too i'm it's he's she's they're"
    " we're you're i've we've they've i'd he'd she'd we'd don't didn't doesn't isn't wasn't aren't weren't won't can't"
    " couldn't wouldn't one amid among through against between since until without within upon toward towards"
    " because though although while whether if every each both either neither".split()
)
"""Words that every text is full of: sharing them means nothing, and losing them loses no fact."""

_NUMBERS = {
    word: str(n)
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        2,
    )
} | {word: str(n * 10) for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
ROUND_NUMBERS = {
    "dozen": 12,
    "dozens": 12,
    "hundred": 100,
    "hundreds": 100,
    "thousand": 1_000,
    "thousands": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "billion": 1_000_000_000,
    "billions": 1_000_000_000,
}
"""Words that multiply the figure before them."""
_DATES = frozenset(
    "january february april june july september october november december monday tuesday wednesday thursday friday"
    " saturday sunday".split()
)
_DATES_IF_CAPITAL = frozenset({"March", "May", "August"})

_IRREGULAR = {
    form: base
    for base, forms in {
        "become": "became",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "child": "children",
        "come": "came",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "man": "men",
        "meet": "met",
        "pay": "paid",
        "ride": "rode ridden",
        "ring": "rang rung",
        "rise": "rose risen",
        "run": "ran",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "shoot": "shot",
        "show": "shown",
        "sing": "sang sung",
        "sit": "sat",
        "speak": "spoke spoken",
        "spend": "spent",
        "stand": "stood",
        "swim": "swam",
        "take": "took taken",
        "teach": "taught",
        "think": "thought",
        "throw": "threw thrown",
        "wear": "wore worn",
        "weep": "wept",
        "win": "won",
        "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_ENDINGS = (("ies", "y"), ("edly", ""), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("ly", ""))
_SHORTEST_STEM = 3


_MOST_FORMS = 50_000


class _Forms(dict[str, WordForm]):
    """The form of each word as it stands in the text, made when it is first asked for."""

    def __missing__(self, word: str) -> WordForm:
        if len(self) >= _MOST_FORMS:
            self.clear()
        form = self[word] = _make_form(word)
        return form


FORMS = _Forms()
"""The forms of words; a plain look-up, as every word of an article is asked for."""


def form_of(word: str) -> WordForm:
    """The form of a word as it stands in the text."""
    return FORMS[word]


def _make_form(word: str) -> WordForm:
    folded = fold_word(word)
    if word in _DATES_IF_CAPITAL:
        return WordForm(folded, folded, WordClass.DATE, _FACT_WEIGHT)
    if folded in FUNCTION_WORDS:
        return WordForm(folded, folded, WordClass.FUNCTION, FUNCTION_WEIGHT)
    if folded in _NUMBERS:
        return WordForm(folded, _NUMBERS[folded], WordClass.NUMBER, _FACT_WEIGHT)
    if folded in ROUND_NUMBERS:
        return WordForm(folded, folded.removesuffix("s"), WordClass.NUMBER, _FACT_WEIGHT)
    if folded in _DATES:
        return WordForm(folded, folded, WordClass.DATE, _FACT_WEIGHT)
    if any(char.isdigit() for char in folded):
        return WordForm(folded, folded.replace(",", ""), WordClass.NUMBER, _FACT_WEIGHT)
    frequency = load_word_list().get(folded.removesuffix("'s"), 0.0)
    weight = min(1.0, max(_COMMONEST_WEIGHT, 1 - _FALL * (frequency - _RARE)))
    return WordForm(folded, stem_word(folded), WordClass.CONTENT, weight)


def stem_word(folded: str) -> str:
    """The word without possessive, plural and verb endings, lightly: "pulled" and "pulls" are one, "pulley" is not."""
    word = folded.removesuffix("'s").removesuffix("'")
    word = _IRREGULAR.get(word, word)
    if len(word) <= 4:
        return word.removesuffix("s") if len(word) == 4 and not word.endswith(("ss", "us", "is")) else word
    for ending, instead in _ENDINGS:
        if (
            word.endswith(ending)
            and len(word) - len(ending) >= _SHORTEST_STEM
            and not word.endswith(("ss", "us", "is"))
        ):
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 4 else word
