"""The JSON of the contract: what `text` and `check` print for one file. Offsets are code points, half-open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reader.app.messages.rendering import render_english
from reader.app.session import Session
from reader.app.stages import family_of
from reader.checks.facts import LANGUAGE, NAMES, REPEATS
from reader.core.changes import Change, RemoveBlock, ReplaceText
from reader.core.duplicates import AlsoAlike, Copy, DuplicateGroup, DuplicateKind
from reader.core.findings import Finding
from reader.core.fixes import Fix, Safety
from reader.core.notes import Missing, Note
from reader.core.rules import Family
from reader.core.spans import Passage, Place
from reader.formats.offsets import TextMap

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Output:
    """Turns one session into the contract's JSON."""

    file: str
    session: Session
    text_map: TextMap

    @classmethod
    def of(cls, file: str, session: Session) -> Output:
        """The output for a file and the session that was opened on it."""
        return cls(file, session, TextMap.of(session.opened))

    def text(self) -> Json:
        """The keys of `reader text`."""
        article, texts = self.session.opened, self.text_map
        blocks = [
            {
                "id": block.id,
                "role": block.role.value,
                "level": block.level,
                "start": texts.offset(block.id, 0),
                "end": texts.offset(block.id, len(block.text)),
                "text": block.text,
            }
            for block in article.blocks
        ]
        meta = article.meta
        known = {"title": meta.title, "byline": meta.byline, "date": meta.date, "url": meta.url}
        return {
            "file": self.file,
            "format": article.source.format,
            "encoding": article.source.encoding or None,
            "language": meta.language or self.session.facts.get(LANGUAGE),
            "meta": {key: value or None for key, value in known.items()},
            "text": texts.text,
            "blocks": blocks,
            "notes": [_note(note) for note in self.session.notes],
        }

    def check(self, only: Sequence[Family], timing: dict[str, float], missing: Sequence[Missing]) -> Json:
        """The keys of `reader check`; those that later issues fill are present and empty."""
        result = self.text()
        findings = [f for f in self.session.findings if family_of(f.rule) in only]
        result["findings"] = [self._finding(f) for f in sorted(findings, key=self._order)]
        result["duplicates"] = self._duplicates() if Family.DUPLICATES in only else []
        result.update(self._names() if Family.NAMES in only else {"entities": [], "groups": [], "variants": []})
        result["timing_ms"] = timing
        if missing:
            result["missing"] = [{"what": item.what, "remedy": render_english(item.remedy)} for item in missing]
        return result

    def _order(self, finding: Finding) -> tuple[int, int]:
        return self._range(finding.place)

    def _range(self, place: Place) -> tuple[int, int]:
        return self.text_map.range_of(self.session.opened, place)

    def _finding(self, finding: Finding) -> Json:
        start, end = self._range(finding.place)
        related = []
        for item in finding.related:
            low, high = self._range(item.passage.places[0])
            related.append({"start": low, "end": high, "note": item.relation.value})
        return {
            "rule": finding.rule,
            "family": family_of(finding.rule).value,
            "severity": finding.severity.value,
            "class": finding.klass or None if family_of(finding.rule) is Family.SPELLING else None,
            "start": start,
            "end": end,
            "quote": finding.quote,
            "message": render_english(finding.message),
            "key": finding.message.key,
            "values": dict(finding.message.values),
            "score": round(finding.score, 3),
            "fixes": [self._fix(fix) for fix in finding.fixes],
            "related": related,
        }

    def _fix(self, fix: Fix) -> Json:
        edits: list[Json] = []
        changes: list[str] = []
        for change in fix.changes:
            edit = self._edit(change)
            if edit is None:
                changes.append(type(change).__name__)
            else:
                edits.append(edit)
        safety = Safety(fix.safety).name.lower()
        return {"label": render_english(fix.label), "safety": safety, "edits": edits, "changes": changes}

    def _edit(self, change: Change) -> Json | None:
        if isinstance(change, ReplaceText):
            start, end = self._range(change.place)
            return {"start": start, "end": end, "new": change.new}
        if isinstance(change, RemoveBlock):
            start, end = self.text_map.removal(change.block.id)
            return {"start": start, "end": end, "new": ""}
        return None

    def _duplicates(self) -> list[Json]:
        repeats = self.session.facts.get(REPEATS)
        pairs = [self._copy(group, copy) for group in repeats.groups for copy in group.copies]
        return [*pairs, *map(self._also_alike, repeats.also)]

    def _copy(self, group: DuplicateGroup, copy: Copy) -> Json:
        return {
            **self._pair(group.reference, copy.passage, copy.kind, copy.score),
            "changed": [list(pair) for pair in copy.changed],
            "adds": list(copy.adds),
            "conflict": [list(pair) for pair in copy.clash],
        }

    def _also_alike(self, pair: AlsoAlike) -> Json:
        return {
            **self._pair(pair.kept, pair.copy, pair.kind, pair.score),
            "changed": [],
            "adds": [],
            "conflict": [],
        }

    def _pair(self, kept: Passage, copy: Passage, kind: DuplicateKind, score: float) -> Json:
        a, b = self._range(kept.places[0]), self._range(copy.places[0])
        return {
            "kind": kind.value,
            "a": [a[0], self._range(kept.places[-1])[1]],
            "b": [b[0], self._range(copy.places[-1])[1]],
            "redundant": None if kind is DuplicateKind.CONFLICT else "b",
            "score": round(score, 3),
        }

    def _names(self) -> Json:
        names = self.session.facts.get(NAMES)
        entities, groups = [], []
        for entity in names.entities:
            for mention in entity.mentions:
                start, end = self._range(mention.place)
                entities.append(
                    {
                        "start": start,
                        "end": end,
                        "label": mention.label.value,
                        "entity": entity.id,
                        "score": round(mention.score, 3),
                    }
                )
            groups.append(
                {
                    "entity": entity.id,
                    "label": entity.label.value,
                    "name": entity.name,
                    "count": len(entity.mentions),
                    "forms": dict(entity.forms),
                }
            )
        variants = [
            {
                "preferred": variant.preferred,
                "forms": dict(variant.forms),
                "why": variant.why,
                "places": [list(self._range(place)) for place in variant.places],
            }
            for variant in names.variants
        ]
        entities.sort(key=lambda entity: entity["start"])
        return {"entities": entities, "groups": groups, "variants": variants}


def _note(note: Note) -> Json:
    return {"level": note.level.value, "code": note.code, "message": render_english(note.message), "text": note.text}
