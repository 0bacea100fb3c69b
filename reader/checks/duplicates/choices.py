"""The choices on a repeat or caption, by the slots of the card, which are the same on every card.

1 the proposal, 2 the other way round, 3 keep both, 4 merge, 5 keep as caption, 6 a cut that loses words. Such a cut is
never proposed, so that no unattended run makes it; a contradiction has no proposal at all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reader.checks.duplicates.census import Census
from reader.checks.duplicates.cut_safety import Surroundings, find_warnings
from reader.checks.duplicates.surveys import SURVEYS
from reader.checks.duplicates.wording import label_cut, number_of, say_effect
from reader.core.article import Article, Block, ContainerKind, Role
from reader.core.changes import RemoveBlock
from reader.core.duplicates import Copy, DuplicateKind
from reader.core.editing import cut_passage, keep_as_caption
from reader.core.fixes import Fix
from reader.core.messages import Message
from reader.core.slots import AS_CAPTION, CUT_AND_LOSE, KEEP_BOTH, MERGE, OTHER_WAY, PROPOSED
from reader.core.spans import Passage, Place


@dataclass(frozen=True, slots=True)
class Choices:
    """Makes the choices for one article; the census counts the article as it stands."""

    article: Article
    around: Surroundings
    census: Census

    @classmethod
    def of(cls, article: Article) -> Choices:
        """The choices for an article."""
        survey = SURVEYS.of(article)
        return cls(article, Surroundings(article, survey), Census(survey.words))

    def for_copy(self, reference: Passage, copy: Copy, *, caption: bool) -> tuple[Fix, ...]:
        """The choices on a copy: its cut is proposed where that loses nothing, else it is kept."""
        here, there = copy.passage.places[0], reference.places[0]
        effect = Message.of("duplicates.effect.both")
        both = Fix(Message.of("duplicates.fix.keep_both"), (), effect=effect, slot=KEEP_BOTH)
        free = copy.kind is not DuplicateKind.CONFLICT and not copy.only_here
        other_way = self.cut(there, here, OTHER_WAY, instead=free)
        merge = self._merge(there, copy)
        if free:
            proposal = self.cut(here, there, PROPOSED)
            found = [proposal, other_way, both, merge, self.keep_caption(here, AS_CAPTION)]
        else:
            cut = self.cut(here, there, CUT_AND_LOSE, copy.only_here)
            if copy.kind is not DuplicateKind.CONFLICT and caption:
                found = [self.keep_caption(here, PROPOSED), other_way, both, merge, cut]
            else:
                found = [both, other_way, merge, self.keep_caption(here, AS_CAPTION), cut]
        return tuple(fix for fix in found if fix is not None)

    def for_caption(self, place: Place) -> tuple[Fix, ...]:
        """The choices on a caption without a twin: out of the flow, left where it stands, or cut."""
        stay = Fix(Message.of("captions.fix.stay"), (), effect=Message.of("captions.effect.stay"), slot=KEEP_BOTH)
        label, effect = Message.of("duplicates.fix.merge"), Message.of("captions.effect.merge")
        merge = Fix(label, (), effect=effect, slot=MERGE, alone=True, asks=True)
        found = (self.keep_caption(place, PROPOSED), stay, merge, self.cut(place, None, CUT_AND_LOSE))
        return tuple(fix for fix in found if fix is not None)

    def keep_caption(self, place: Place, slot: int) -> Fix | None:
        """Take a block out of the flow, as a caption at the end; None for a sentence or a block outside the story."""
        block = self.article.block(place.block)
        if (
            place.span is not None
            or block.container.kind is not ContainerKind.STORY
            or block.role is not Role.PARAGRAPH
        ):
            return None
        label, effect = Message.of("captions.fix.keep"), Message.of("captions.effect.keep")
        return Fix(label, keep_as_caption(block), effect=effect, slot=slot)

    def is_alone(self, block: Block) -> bool:
        """Whether a block is all that its container holds: then it cannot be cut."""
        here = self.article.position(block.id)
        blocks = self.article.blocks
        if here and blocks[here - 1].container is block.container:
            return False  # so it is in running copy
        beside = (*blocks[max(0, here - 1) : here], *blocks[here + 1 : here + 2])
        if any(other.container is block.container or other.container == block.container for other in beside):
            return False
        return sum(other.container == block.container for other in blocks) == 1

    def _merge(self, kept: Place, copy: Copy) -> Fix | None:
        """Take words of the copy over into the kept passage; None where it has no words of its own."""
        if copy.kind is DuplicateKind.EXACT or not self.article.block(kept.block).editable:
            return None
        effect = Message.of("duplicates.effect.merge", number=number_of(self.article, kept))
        return Fix(Message.of("duplicates.fix.merge"), (), effect=effect, slot=MERGE, alone=True, asks=True)

    def cut(
        self, place: Place, keeps: Place | None, slot: int, also: tuple[str, ...] = (), *, instead: bool = False
    ) -> Fix | None:
        """Cut a place; `also` are words known to be lost besides. None where the article cannot do without it.

        `instead`: another cut is proposed.
        """
        block = self.article.block(place.block)
        change = cut_passage(block, place.span)
        if isinstance(change, RemoveBlock) and self.is_alone(block):
            return None
        texts = [unit.text for unit in self.around.units_from(place)]
        loses = tuple(dict.fromkeys((*also, *self.census.only_in(texts))))
        kept = number_of(self.article, keeps) if keeps is not None else 0
        warnings = find_warnings(self.around, place, loses)
        label, effect = label_cut(self.article, place, instead=instead), say_effect(kept, loses)
        fix = Fix(label, (change,), effect=effect, loses=loses, slot=slot, warnings=warnings)
        return fix if slot == PROPOSED else replace(fix, alone=True)
