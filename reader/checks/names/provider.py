"""Provides the list of names: entities where the language model is there, two spellings of one name in any case."""

from __future__ import annotations

from reader.checks.facts import NAMES, Facts, Provider
from reader.checks.names.entities import complete_mentions, gather_entities
from reader.checks.names.recogniser import model_missing, recognise
from reader.checks.names.variants import find_rivals
from reader.core.article import Article
from reader.core.entities import NameList


def list_names(article: Article, facts: Facts) -> NameList:
    """The names of an article; quick where the recogniser has read its blocks before."""
    del facts  # names rest on the text alone
    mentions = () if model_missing() else [m for _, found in recognise(article.blocks) for m in found]
    complete = complete_mentions(article, mentions)
    rivals = find_rivals(article, gather_entities(complete))
    return NameList(gather_entities(complete, rivals), tuple(item.to_variant() for item in rivals))


NAMES_PROVIDER: Provider[NameList] = Provider(NAMES, list_names, deep=True)
