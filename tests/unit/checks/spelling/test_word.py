"""The rule `spelling.word`: its examples, classes, fixes, and what it leaves alone."""

from __future__ import annotations

import pytest

from reader.checks.facts import ACCEPTED_WORDS, LANGUAGE, NAMES, Facts
from reader.checks.spelling.word import RULE, find_misspelt_words, spelling_missing
from reader.core.applying import apply_changes
from reader.core.article import Article, Block
from reader.core.entities import Entity, EntityLabel, NameList, Variant
from reader.core.findings import Finding, Severity
from reader.core.fixes import Safety, join_fixes
from reader.core.rules import Example

AMERICAN = Facts().with_fact(LANGUAGE, "en-US")
BRITISH = Facts().with_fact(LANGUAGE, "en-GB")


def find(text: str, facts: Facts = AMERICAN) -> list[Finding]:
    return list(find_misspelt_words(Article.of(text).blocks[0], facts))


def label(finding: Finding, n: int = 0) -> str:
    return str(finding.fixes[n].label.value("word"))


@pytest.mark.parametrize("example", RULE.examples, ids=lambda example: example.bad)
def test_the_examples_come_out_as_declared(example: Example) -> None:
    article = Article.of(example.bad)
    findings = list(find_misspelt_words(article.blocks[0], AMERICAN))
    assert findings
    proposed = [finding.fixes[0] for finding in findings if finding.fixes[0].safety is Safety.REVIEW]
    mended = apply_changes(article, join_fixes(article, proposed).changes).article.blocks[0].text
    assert mended == (example.bad if example.good is None else example.good)


@pytest.mark.parametrize("text", RULE.fine)
def test_what_is_fine_is_left_alone(text: str) -> None:
    assert find(text) == []


def test_an_error_is_certain_enough_to_propose() -> None:
    (finding,) = find("They recieve it.")
    assert (finding.klass, finding.severity, finding.key, finding.quote) == (
        "error",
        Severity.ERROR,
        "recieve",
        "recieve",
    )
    assert label(finding) == "receive"
    assert all(fix.safety is Safety.REVIEW for fix in finding.fixes)
    assert len(finding.fixes) <= 5
    assert finding.evidence is not None
    assert finding.evidence.key == "spelling.evidence.near"


def test_an_unknown_word_is_shown_and_nothing_is_proposed() -> None:
    (finding,) = find("The zorbling was fun.")
    assert (finding.klass, finding.severity) == ("unknown", Severity.WARNING)
    assert all(fix.safety is Safety.SHOW for fix in finding.fixes)


@pytest.mark.parametrize(
    ("text", "facts", "quote", "own", "key"),
    [
        ("The armoured car.", AMERICAN, "armoured", "armored", "spelling.word.british"),
        ("The armored car.", BRITISH, "armored", "armoured", "spelling.word.american"),
        ("A coloured wall.", AMERICAN, "coloured", "colored", "spelling.word.british"),
        ("His neighbors’ dog.", BRITISH, "neighbors", "neighbours", "spelling.word.american"),
    ],
)
def test_a_word_of_the_other_english_is_dialect(text: str, facts: Facts, quote: str, own: str, key: str) -> None:
    (finding,) = find(text, facts)
    assert (finding.klass, finding.severity, finding.quote) == ("dialect", Severity.INFO, quote)
    assert (label(finding), finding.message.key) == (own, key)
    assert finding.fixes[0].safety is Safety.SHOW


def test_words_that_one_english_lists_and_the_other_has_no_spelling_for_are_right() -> None:
    assert find("The hotline and the flyer were oversized.") == []


def test_all_places_of_a_word_share_one_key_whatever_their_capitals() -> None:
    findings = find("Goverment work: the goverment’s GOVERMENT.")
    assert [finding.quote for finding in findings] == ["Goverment", "goverment", "GOVERMENT"]
    assert {finding.key for finding in findings} == {"goverment"}
    assert [label(finding) for finding in findings] == ["Government", "government", "GOVERNMENT"]


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        ("The mayor’s speach’s end.", "speach", "speech"),
        ("He dosen’t know.", "dosen’t", "doesn’t"),
        ("He dosen't know.", "dosen't", "doesn't"),
        ("A high-qualtiy film.", "qualtiy", "quality"),
        ("The post-goverment era.", "goverment", "government"),
        ("Thier house fell.", "Thier", "Their"),
    ],
)
def test_only_the_faulty_part_is_quoted_and_its_shape_kept(text: str, quote: str, suggestion: str) -> None:
    (finding,) = find(text)
    assert (finding.quote, label(finding)) == (quote, suggestion)


@pytest.mark.parametrize(
    "text",
    [
        "Oleksandr Tarnavskyi and Vovk crossed the Inhulets at Davydiv Brid.",
        "Tarnavskyi said little.",
        "Brandis, who left early, was tired of Zhytomyr.",
        "In Dnipropetrovshchyna, Tokmak’s mayor waited.",
        "Mr. Przybylski’s Kyiv-based firm.",
        "O’Shaughnessy met McCullogh and DiMaggioni.",
        "Labour met at the Red Rocks Amphitheatre and the Lowry Centre.",
        "She flew to Bogotá with Pelé and Zoë Håkansson.",
        "He read Michel de la Montcrieux at the Musée du Chocolatier.",
    ],
)
def test_names_are_never_shown_as_misspellings(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "quote", "suggestion"),
    [
        ("Goverment forces left.", "Goverment", "Government"),
        ("“Yestreday was hard,” she said.", "Yestreday", "Yesterday"),
        ("The Feburary frost.", "Feburary", "February"),
        ("Goverment Troops Leave Burning Village", "Goverment", "Government"),
        ("GOVERMENT LEAVES VILLAGE", "GOVERMENT", "GOVERNMENT"),
    ],
)
def test_a_capital_hides_no_misspelling(text: str, quote: str, suggestion: str) -> None:
    (finding,) = find(text)
    assert (finding.quote, label(finding), finding.klass) == (quote, suggestion, "error")


@pytest.mark.parametrize(
    "text",
    [
        "The 3rd and 21st; 9am, 40mph, 1990s, COVID-19, F-16s, 3.5bn.",
        "Write to infoo@exampel.org or see https://exampel.org/fotos?id=1 and exampel.com/nwes.",
        "@raedername wrote #savethevilage in raport-finl.pdf.",
        "Open C:\\fotos\\nwes or /usr/lokal/bni now.",
        "The NATO, UNHCR and MPs of the EU.",
        "Chapters ii, iv and xviii.",
        "Слово о полку and λόγος.",
        "Lorem ipsum dolor amet consectetur adipiscing elit tempor.",
        "Anti-war re-election of a co-chair, non-stop.",
        "The counteroffensive, the airstrikes and two retellings.",
        "Résumé, café, naïve, façade, fiancée.",
        "“Sayin’ nothin’,” he said, “’cause of ’em.”",
        "They’d’ve gone; who’ll know? The mayor’ll. Dos and don’ts.",
        "youâ\u0080\u0099re and theyâ€™re: the encoding is at fault.",
    ],
)
def test_what_a_dictionary_cannot_speak_of_is_left_alone(text: str) -> None:
    assert find(text) == []


def test_one_foreign_word_is_shown_but_a_foreign_sentence_is_not() -> None:
    italian = "La tecnologia delle transazioni elettroniche richiede una validazione continua."
    assert find(italian) == []
    assert find("They recieve it. " + italian)[0].quote == "recieve"


def test_accepted_words_are_right() -> None:
    facts = AMERICAN.with_fact(ACCEPTED_WORDS, ("zorbling",))
    assert find("Zorbling, the zorbling’s end, ZORBLING, zorbling-like.", facts) == []


def _names(*forms: str) -> NameList:
    return NameList(
        tuple(Entity(n, EntityLabel.PERSON, form, (), ((form, 1),)) for n, form in enumerate(forms, 1)),
        (Variant("Kyiv", (("Kiev", 2),), (), "gazetteer"),),
    )


def test_the_articles_names_are_right_in_every_shape() -> None:
    text = "Basiss told; Basiss’ dog; BASISS; the Basiss-led band of bin Footge."
    assert find(text) != []
    assert find(text, AMERICAN.with_fact(NAMES, _names("Anna Basiss", "Omar bin Footge"))) == []


def test_a_name_in_lower_case_is_offered_with_its_capital() -> None:
    facts = AMERICAN.with_fact(NAMES, _names("Olena Zadorenko"))
    (finding,) = find("Then zadorenko left.", facts)
    assert (finding.klass, label(finding)) == ("error", "Zadorenko")


def test_a_date_or_figure_among_the_entities_excuses_nothing() -> None:
    dates = NameList((Entity(1, EntityLabel.DATE, "Feburary", (), (("Feburary", 1),)),))
    assert [f.quote for f in find("The Feburary frost.", AMERICAN.with_fact(NAMES, dates))] == ["Feburary"]


def test_a_change_inside_a_quotation_says_so() -> None:
    inside, outside = find("“They recieve it,” he wrote, and they recieve it.")
    assert inside.fixes[0].effect is not None
    assert inside.fixes[0].effect.key == "spelling.effect.quoted"
    assert outside.fixes[0].effect is None


def test_a_block_in_another_language_is_not_checked() -> None:
    assert list(find_misspelt_words(Block(1, "Il vilaggio recieve.", language="it"), AMERICAN)) == []
    assert list(find_misspelt_words(Block(1, "The armoured car.", language="en-GB"), AMERICAN)) == []
    assert list(find_misspelt_words(Block(1, "They recieve it.", language="en-ZA"), AMERICAN)) != []


def test_a_missing_dictionary_finds_nothing_and_says_so() -> None:
    facts = Facts().with_fact(LANGUAGE, "xx-XX")
    assert find("They recieve it.", facts) == []
    missing = spelling_missing("xx-XX")
    assert missing is not None
    assert missing.what == "dictionary xx-XX"
    assert spelling_missing("en-US") is None


def test_a_word_after_an_astral_character_is_found_where_it_stands() -> None:
    text = "😀 They recieve it."
    (finding,) = find(text)
    assert Article.of(text).text_at(finding.place) == "recieve"
