"""The merge in hand: which chips are taken, and the line as it stands; nothing is changed before it is finished."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.app.losses import words_outside, words_without
from reader.app.merging import MergeDraft, compose_sentence, draft_caption_merge, draft_merge, make_merge, retake
from reader.app.pairs import find_copy, find_reference
from reader.app.session import Session
from reader.app.standing import hold_decisions, standing_replacements
from reader.checks.facts import REPEATS
from reader.core.article import Article, Role
from reader.core.findings import Finding
from reader.core.fixes import Fix
from reader.core.spans import Place
from reader.text.alphabet import to_alphabet
from reader.text.words import find_words


@dataclass(frozen=True, slots=True)
class Merging:
    """A merge being made: the chips taken, and the line as it stands. `targets` are paragraphs to choose from.

    `lost` are the words that would then stand nowhere in the article.
    """

    draft: MergeDraft
    taken: frozenset[int]
    line: str
    lost: tuple[str, ...] = ()
    targets: tuple[int, ...] = ()

    def compose(self) -> str:
        """The line that draft and chips give, before any typing."""
        return compose_sentence(self.draft, self.taken) if self.targets else self.draft.compose(self.taken)


class MergeDesk:
    """Makes merges of one session; `merging` is the one in hand, None where there is none."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.merging: Merging | None = None
        self._outside: tuple[Place, Place, frozenset[str]] | None = None

    def begin(self, finding: Finding) -> bool:
        """Take a copy, or a caption without a twin, for a merge; whether that is possible."""
        article = self._session.article
        reference = find_reference(finding)
        if reference is None:
            targets = tuple(block.id for block in article.blocks if _can_take(article, block.id, finding.place))
            if targets:
                self._draft_caption(_nearest_before(article, targets, finding.place), finding.place, targets)
            return bool(targets)
        copy = find_copy(self._session.facts.get(REPEATS), finding.place, reference)
        if copy is None:
            return False
        draft = self._hold(draft_merge(article, reference, copy))
        self._take(Merging(draft, draft.proposed, draft.compose(draft.proposed)))
        return True

    def leave(self) -> None:
        """Give the merge up; nothing was changed."""
        self.merging = self._outside = None

    def choose_target(self, block: int) -> None:
        """Merge a caption into another paragraph."""
        if self.merging is not None and block in self.merging.targets:
            self._draft_caption(block, self.merging.draft.copy, self.merging.targets)

    def toggle_chip(self, number: int) -> None:
        """Take a chip, or leave it."""
        merging = self.merging
        if merging is None or not 0 <= number < len(merging.draft.chips):
            return
        taken = merging.taken ^ {number}
        fresh = replace(merging, taken=taken)
        chip = merging.draft.chips[number]
        line = retake(merging.line, merging.compose(), fresh.compose(), chip, taken=number in taken)
        self._take(replace(fresh, line=line))

    def type_line(self, line: str) -> None:
        """Take the line as it was typed."""
        line = to_alphabet(line)
        if self.merging is not None and line != self.merging.line:
            self._take(replace(self.merging, line=line))

    def make_fix(self) -> Fix | None:
        """The fix that the merge gives; None where no merge is in hand."""
        if self.merging is None:
            return None
        return make_merge(self._session.article, self.merging.draft, self.merging.line)

    def _draft_caption(self, into: int, caption: Place, targets: tuple[int, ...]) -> None:
        draft = self._hold(draft_caption_merge(self._session.article, into, caption))
        taken = draft.proposed
        self._take(Merging(draft, taken, compose_sentence(draft, taken), targets=targets))

    def _hold(self, draft: MergeDraft) -> MergeDraft:
        """The draft with what was decided everywhere in the words that can be taken over."""
        standing = standing_replacements(self._session.article, self._session.decisions)
        chips = tuple(replace(chip, words=hold_decisions(chip.words, standing)) for chip in draft.chips)
        return replace(draft, chips=chips)

    def _take(self, merging: Merging) -> None:
        draft = merging.draft
        remaining = {word.folded for word in find_words(merging.line)} | self._words_outside(draft)
        lost = words_without((draft.line, self._session.article.text_at(draft.copy)), remaining)
        self.merging = replace(merging, lost=lost)

    def _words_outside(self, draft: MergeDraft) -> frozenset[str]:
        """The words of the rest of the article: read once for a pair of passages, not at every key."""
        known = self._outside
        if known is None or known[:2] != (draft.kept, draft.copy):
            words = words_outside(self._session.article, (draft.kept, draft.copy))
            known = self._outside = (draft.kept, draft.copy, words)
        return known[2]


def _can_take(article: Article, block: int, caption: Place) -> bool:
    candidate = article.block(block)
    home = article.block(caption.block).container
    return (
        block != caption.block
        and candidate.role is Role.PARAGRAPH
        and candidate.editable
        and candidate.container == home
        and bool(candidate.text.strip())
    )


def _nearest_before(article: Article, targets: tuple[int, ...], caption: Place) -> int:
    at = article.position(caption.block)
    before = [block for block in targets if article.position(block) < at]
    return before[-1] if before else targets[0]
