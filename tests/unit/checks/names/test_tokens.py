"""Words with what their surroundings say."""

from __future__ import annotations

from reader.checks.names.tokens import lower_words_of, tokens_of


def test_possessives_are_left_off_and_hyphenated_words_parted() -> None:
    text = "Kyiv’s mayor met a Kyiv-based envoy."
    tokens = tokens_of(text)
    assert [token.text for token in tokens] == ["Kyiv", "mayor", "met", "a", "Kyiv", "based", "envoy"]
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_a_word_is_joined_to_the_one_before_only_by_a_blank_hyphen_or_initial() -> None:
    joined = {token.text: token.joined for token in tokens_of("John F. Kennedy, Jackie’s Friend. Arrived Paris")}
    assert joined == {
        "John": False, "F": True, "Kennedy": True, "Jackie": False, "Friend": False, "Arrived": False, "Paris": True,
    }  # fmt: skip


def test_a_capital_is_due_at_the_start_after_an_opening_mark_and_in_titles() -> None:
    tokens = tokens_of("Rain fell on Oslo. He said: “Wait for Anna.”")
    assert [token.text for token in tokens if token.due] == ["Rain", "He", "Wait"]
    assert all(token.due for token in tokens_of("Storm Hits Coastal Towns Hard"))
    assert all(token.due for token in tokens_of("STORM HITS"))


def test_addresses_handles_and_hashtags_are_no_words() -> None:
    text = "See https://example.org/Kiev and @KievPost or #Kiev, mail Kiev@example.org from Bergen"
    assert [token.text for token in tokens_of(text)] == ["See", "and", "or", "mail", "from", "Bergen"]


def test_words_in_lower_case_are_told() -> None:
    assert lower_words_of("Reading is fun; reading heals.") == {"is", "fun", "reading", "heals"}
