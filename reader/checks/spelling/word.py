"""The rule `spelling.word`: words that the dictionary does not know, as errors, unknown words or words of a dialect.

Names are never found here; they belong to the names list. Offsets are code points into the block's text.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.checks.facts import ACCEPTED_WORDS, LANGUAGE, NAMES, Facts
from reader.checks.kinds import BlockCheck
from reader.checks.spelling.foreign import find_foreign_sentences
from reader.checks.spelling.judging import Klass, Speller, Verdict, open_speller
from reader.checks.spelling.knowledge import ArticleWords, article_words, is_prefix, knows_clipped, knows_word
from reader.checks.spelling.language import language_of_block
from reader.checks.spelling.places import Places, survey
from reader.checks.spelling.tokens import find_prose_words, may_be_misspelt
from reader.core.article import Block
from reader.core.changes import ReplaceText
from reader.core.findings import Finding, Severity
from reader.core.fixes import Fix, Safety
from reader.core.messages import Message
from reader.core.notes import Missing
from reader.core.rules import Example, Family, Rule, Unit
from reader.core.spans import Place
from reader.lexicon.language import BRITISH
from reader.text.folding import fold_word
from reader.text.words import Word, split_at_hyphens, strip_possessive

RULE = Rule(
    id="spelling.word",
    family=Family.SPELLING,
    unit=Unit.BLOCK,
    examples=(
        Example("They will recieve the parcel today.", "They will receive the parcel today."),
        Example("The goverment resigned.", "The government resigned."),
        Example("It happend on the bridge.", "It happened on the bridge."),
        Example("The mayor’s speach was short.", "The mayor’s speech was short."),
        Example("She said she couldnt wait.", "She said she couldn’t wait."),
        Example("A well-knwon singer came.", "A well-known singer came."),
        Example("Footge shows the crash.", "Footage shows the crash."),
        Example("We met them on wednesday.", "We met them on Wednesday."),
        Example("The Ukranian army moved on.", "The Ukrainian army moved on."),
        Example("The zorbling was fun.", None),
    ),
    fine=(
        "Vyacheslav Zadorenko met Svitlana Honchar in Derhachi.",
        "Honchar said they’d been told, and wouldn’t’ve gone.",
        "See www.exampel.com or mail infoo@exampel.org about it; the files are in raport.docx.",
        "The 21st NATO summit of the MPs began at 9am on the M25.",
        "A mud-stained flag hung over the café’s naïve façade.",
        "“Get ’em goin’,” he said, ’cause it was late.",
        "Chapter xiv tells of the re-elected co-chair.",
        "Київ is written in Cyrillic here.",
    ),
    reads=(NAMES.name, ACCEPTED_WORDS.name, LANGUAGE.name),
)

_SEVERITIES = {Klass.ERROR: Severity.ERROR, Klass.UNKNOWN: Severity.WARNING, Klass.DIALECT: Severity.INFO}


def spelling_missing(language: str) -> Missing | None:
    """What is missing to check the spelling of a language ("en-US"), None where nothing is."""
    speller = open_speller(language)
    return speller if isinstance(speller, Missing) else None


def find_misspelt_words(block: Block, facts: Facts) -> Iterator[Finding]:
    """The findings of a block, in order; none where the dictionary is missing (see `spelling_missing`)."""
    language = language_of_block(block.language, facts.get(LANGUAGE))
    speller = open_speller(language) if language else None
    if not isinstance(speller, Speller):
        return
    words = tuple(find_prose_words(block.text))
    right = article_words(facts)
    unknown = [w for w in words if not knows_word(speller.dictionary, w.text) and not right.accepts(w.text)]
    if not unknown:
        return
    places = survey(block.text, words)
    foreign = find_foreign_sentences(block.text, words, unknown)
    for word in unknown:
        if places.is_particle(word) or any(sentence.contains(word.span) for sentence in foreign):
            continue
        for part in split_at_hyphens(word):
            verdict = _judge_part(part, word, speller, places, right)
            if verdict is not None and verdict.klass is not Klass.NAME:
                yield _make_finding(block, part, verdict, speller, places)


def _judge_part(part: Word, whole: Word, speller: Speller, places: Places, right: ArticleWords) -> Verdict | None:
    base = strip_possessive(part.text)
    if not may_be_misspelt(base) or right.accepts(part.text):
        return None
    after = places.mark_after(part)
    if is_prefix(base, after) or knows_clipped(speller.dictionary, base, places.mark_before(part), after):
        return None
    due = places.capital_is_due(whole) and (part.start == whole.start or base.isupper())
    verdict = speller.judge(base, capital_is_due=due)
    name = right.name_for(base)
    if verdict is not None and name and verdict.klass in (Klass.ERROR, Klass.UNKNOWN):
        others = tuple(word for word in verdict.suggestions if word != name)
        return Verdict(Klass.ERROR, (name, *others)[:5], 0.8)
    return verdict


def _make_finding(block: Block, word: Word, verdict: Verdict, speller: Speller, places: Places) -> Finding:
    quote = strip_possessive(word.text)
    place = Place.at(block.id, word.start, word.start + len(quote))
    safety = Safety.REVIEW if verdict.klass is Klass.ERROR else Safety.SHOW
    effect = Message.of("spelling.effect.quoted") if places.is_quoted(word) else None
    fixes = tuple(
        Fix(Message.of("spelling.fix", word=word), (ReplaceText(place, quote, word),), safety, effect)
        for word in verdict.suggestions
    )
    return Finding(
        rule=RULE.id,
        place=place,
        quote=quote,
        message=_message(quote, verdict, speller),
        severity=_SEVERITIES[verdict.klass],
        key=fold_word(quote),
        fixes=fixes,
        score=verdict.score,
        klass=verdict.klass.value,
        evidence=_evidence(verdict, speller),
    )


def _message(word: str, verdict: Verdict, speller: Speller) -> Message:
    if verdict.klass is Klass.DIALECT:
        key = "spelling.word.british" if speller.other_tag == BRITISH else "spelling.word.american"
        return Message.of(key, word=word)
    if verdict.klass is Klass.ERROR:
        return Message.of("spelling.word.error", word=word, suggestion=verdict.suggestions[0])
    return Message.of("spelling.word.unknown", word=word)


def _evidence(verdict: Verdict, speller: Speller) -> Message:
    language, provider = speller.dictionary.tag, speller.dictionary.provider
    if verdict.klass is Klass.DIALECT:
        return Message.of(
            "spelling.evidence.dialect", suggestion=verdict.suggestions[0], language=language, other=speller.other_tag
        )
    if verdict.suggestions:
        key = "spelling.evidence.near"
        return Message.of(key, language=language, provider=provider, suggestion=verdict.suggestions[0])
    return Message.of("spelling.evidence.unknown", language=language, provider=provider)


WORD_CHECK = BlockCheck(RULE, find_misspelt_words)
