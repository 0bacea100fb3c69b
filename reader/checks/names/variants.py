"""Names of an article in two spellings: by the variant table, the gazetteer and the text itself."""

from __future__ import annotations

from collections.abc import Sequence

from reader.checks.names.rivals import Rivals
from reader.checks.names.survey import survey_article
from reader.checks.names.table_variants import find_table_variants
from reader.checks.names.text_variants import find_text_variants
from reader.checks.names.tokens import tokens_of
from reader.core.article import Article
from reader.core.entities import Entity


def find_rivals(article: Article, entities: Sequence[Entity] = ()) -> tuple[Rivals, ...]:
    """All names with rival spellings; without entities it works from the text alone, a little less sure."""
    survey = survey_article(article)
    by_table = find_table_variants(article, frozenset(survey.words) | survey.lower)
    settled = {
        token.key
        for rivals in by_table
        for form in (rivals.preferred, *rivals.others)
        for token in tokens_of(form.text)
    }
    return (*by_table, *find_text_variants(survey, entities, settled))
