"""Every message key in the source has an English text, and its values are those the text names."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import reader
from reader.app.messages.rendering import Renderer, english_texts
from reader.checks.registry import all_checks
from reader.core.messages import Message

SOURCE = Path(reader.__file__).parent


def find_literal_messages() -> Iterator[tuple[str, int, str, frozenset[str]]]:
    """File, line, key and names of values of every `Message.of("key", …)` and `….text("key", …)` in the source."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            key = node.args[0]
            named = node.func.attr == "of" and getattr(node.func.value, "id", "") == "Message"
            rendered = node.func.attr == "text" and "." in str(getattr(key, "value", ""))
            if (named or rendered) and isinstance(key, ast.Constant) and isinstance(key.value, str):
                if any(keyword.arg is None for keyword in node.keywords):
                    continue
                names = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                yield path.name, node.lineno, key.value, names


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_literal_key_has_a_text() -> None:
    texts = english_texts()
    lacking = [f"{file}:{line} {key}" for file, line, key, _ in find_literal_messages() if key not in texts]
    assert lacking == []


def test_every_literal_message_gives_the_values_its_text_names() -> None:
    texts = english_texts()
    wrong = []
    for file, line, key, names in find_literal_messages():
        text = texts.get(key, "")
        forms = (text,) if isinstance(text, str) else text
        named = set().union(*(placeholders(form) for form in forms))
        if not named <= names:
            wrong.append(f"{file}:{line} {key} lacks {named - names}")
        if isinstance(text, tuple) and "count" not in names:
            wrong.append(f"{file}:{line} {key} lacks count")
    assert wrong == []


@pytest.mark.parametrize("rule", [check.rule.id for check in all_checks()])
def test_every_rule_has_title_and_reason(rule: str) -> None:
    assert f"{rule}.title" in english_texts()
    assert f"{rule}.why" in english_texts()


def test_plurals_are_chosen_by_count() -> None:
    render = Renderer()
    assert render.text("card.words", count=1) == "1 word"
    assert render.text("card.words", count=2) == "2 words"


def test_a_key_without_text_is_shown_rather_than_hidden() -> None:
    assert Renderer()(Message.of("no.such.key", word="x")) == "no.such.key x"


def test_an_unknown_language_falls_back_to_english() -> None:
    assert Renderer("tlh").text("act.edit") == "edit"
