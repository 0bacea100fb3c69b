"""What an article's capitalised words say about the names in it, read from the text alone: no model is needed.

For every word the places where it stands, the words before it in a name (given names of a surname), and whether it
ever stands where only a name has a capital.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.checks.names.titles import NO_GIVEN_NAMES, TITLES
from reader.checks.names.tokens import Token, lower_words_of, tokens_of
from reader.core.article import Article, Role
from reader.core.spans import Place
from reader.lexicon.place_names import is_people
from reader.lexicon.word_list import load_word_list


@dataclass(frozen=True, slots=True)
class Standing:
    """One place of a capitalised word; `before` and `after` are the folded words of the same name beside it."""

    place: Place
    text: str
    before: str
    after: str


@dataclass(slots=True)
class Word:
    """A capitalised word with all its places in the article.

    `proper`: it stands where only a name has a capital, or is no usual word.
    """

    key: str
    standings: list[Standing] = field(default_factory=list)
    proper: bool = False

    @property
    def partners_before(self) -> frozenset[str]:
        """The words that stand before it in its names."""
        return frozenset(standing.before for standing in self.standings if standing.before)

    @property
    def partners_after(self) -> frozenset[str]:
        """The words that stand behind it in its names."""
        return frozenset(standing.after for standing in self.standings if standing.after)


@dataclass(frozen=True, slots=True)
class Survey:
    """The capitalised words of an article by their folded form, and all its words that stand in lower case."""

    words: dict[str, Word]
    lower: frozenset[str]

    def names(self) -> frozenset[str]:
        """The words that are names: proper, and never in lower case."""
        return frozenset(key for key, word in self.words.items() if word.proper and key not in self.lower)


def survey_article(article: Article) -> Survey:
    """The survey of all copy; embeds and boilerplate are left out."""
    words: dict[str, Word] = defaultdict(lambda: Word(""))
    lower: set[str] = set()
    for block in article.blocks:
        if block.role in (Role.EMBED, Role.BOILERPLATE):
            continue
        lower |= lower_words_of(block.text)
        tokens = tokens_of(block.text)
        for n, token in enumerate(tokens):
            if token.is_capitalised and len(token.text) > 1:
                word = words.setdefault(token.key, Word(token.key))
                before, after = _partner_before(tokens, n), _partner_after(tokens, n)
                word.standings.append(Standing(Place(block.id, token.span), token.text, before, after))
                word.proper = word.proper or not token.due or bool(before) or _is_strange(token)
    return Survey(dict(words), frozenset(lower))


def _partner_before(tokens: Sequence[Token], at: int) -> str:
    """The word before in the same name: no title, no people, no small word that a sentence begins with."""
    if not tokens[at].joined:
        return ""
    before = tokens[at - 1]
    if not before.is_capitalised or len(before.text) < 2 or _is_no_part(before):
        return ""
    return before.key


def _partner_after(tokens: Sequence[Token], at: int) -> str:
    if at + 1 == len(tokens) or not tokens[at + 1].joined or _is_no_part(tokens[at]):
        return ""
    after = tokens[at + 1]
    return after.key if after.is_capitalised and len(after.text) > 1 else ""


def _is_strange(token: Token) -> bool:
    return token.key not in load_word_list() and token.key.isalpha()


def _is_no_part(token: Token) -> bool:
    return token.key in TITLES or (token.due and token.key in NO_GIVEN_NAMES) or is_people(token.text)
