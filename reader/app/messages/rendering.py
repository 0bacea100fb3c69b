"""Renders messages: the English text of a key is its gettext id, which a catalogue in `resources/i18n` translates."""

from __future__ import annotations

import gettext
import importlib
import pkgutil
from functools import cache

from reader.app.messages import catalogue
from reader.core.messages import Message, Value
from reader.lexicon.resources import ResourceMissing, find_resource

Text = str | tuple[str, str]
"""An English text, or its singular and plural."""


@cache
def english_texts() -> dict[str, Text]:
    """All keys with their English texts; `ValueError` where a key stands in two modules."""
    texts: dict[str, Text] = {}
    for module in pkgutil.iter_modules(catalogue.__path__):
        part: dict[str, Text] = importlib.import_module(f"{catalogue.__name__}.{module.name}").TEXTS
        twice = texts.keys() & part.keys()
        if twice:
            raise ValueError(f"message keys stand twice: {', '.join(sorted(twice))}")
        texts.update(part)
    return texts


@cache
def _translations(language: str) -> gettext.NullTranslations:
    if not language:
        return gettext.NullTranslations()
    try:
        folder = find_resource("i18n")
    except ResourceMissing:
        return gettext.NullTranslations()
    return gettext.translation("reader", folder, [language], fallback=True)


class Renderer:
    """Renders messages in one language; empty is English."""

    def __init__(self, language: str = "") -> None:
        self._translations = _translations(language)

    def __call__(self, message: Message) -> str:
        """The sentence for a message; a key without text is shown as it is, for a bug must be seen."""
        text = english_texts().get(message.key)
        values = dict(message.values)
        if text is None:
            return " ".join([message.key, *map(str, values.values())])
        return self._translated(text, values).format_map(values)

    def text(self, key: str, **values: Value) -> str:
        """The sentence for a key with values."""
        return self(Message.of(key, **values))

    def _translated(self, text: Text, values: dict[str, Value]) -> str:
        if isinstance(text, str):
            return self._translations.gettext(text)
        count = values.get("count", 0)
        return self._translations.ngettext(*text, count if isinstance(count, int) else 0)


render_english = Renderer()
"""Renders in English, whatever the user's language: for output that programs read."""
