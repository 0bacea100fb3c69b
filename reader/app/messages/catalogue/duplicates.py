"""Texts of the family duplicates: repeats, contradictions, captions."""

from __future__ import annotations

from itertools import combinations

_WHO = {"duplicates.repeat": "Repeats", "captions.repeat": "Caption repeats"}
_HOW_MUCH = {"whole": "¶{number}", "part": "part of ¶{number}"}
_CUES = {
    "no_final_stop": "no final stop",
    "present_tense": "present tense",
    "left_or_right": "says who stands left or right",
    "pictured": "“pictured”",
    "file_photo": "file photo",
    "label": "begins with a label",
    "credit": "picture credit",
}


def _verdicts() -> dict[str, str | tuple[str, str]]:
    """One sentence for each way in which a copy can differ: words differ, have moved, are added."""
    texts: dict[str, str | tuple[str, str]] = {}
    for rule, who in _WHO.items():
        texts[f"{rule}.exact"] = f"{who} ¶{{number}} word for word."
        for size, what in _HOW_MUCH.items():
            for flags in _subsets(("differs", "moved", "adds")):
                one, many = (_verdict(f"{who} {what}", flags, text) for text in _DIFFERS)
                key = ".".join((rule, size, *flags))
                texts[key] = (one, many) if "differs" in flags else one
    return texts


_DIFFERS = ("One word differs", "{count} words differ")


def _verdict(start: str, flags: tuple[str, ...], differs: str) -> str:
    middle = [differs] if "differs" in flags else []
    if "moved" in flags:
        middle.append("“{moved}” has moved")
    news = "Adds “{adds}”." if "adds" in flags else "Adds nothing."
    return f"{start}. {', '.join(middle)}. {news}" if middle else f"{start}. {news}"


def _evidence() -> dict[str, str | tuple[str, str]]:
    texts: dict[str, str | tuple[str, str]] = {}
    orders = {"order": "same order", "moved": "some of them moved"}
    ends = {"nothing": "Adds nothing.", "adds": "Every added word stands elsewhere too.", "only": "Only here: {words}."}
    for order, how in orders.items():
        for news, end in ends.items():
            one, many = (f"{{same}} of {{count}} {words}, {how}. {end}" for words in ("word", "words"))
            texts[f"duplicates.evidence.{order}.{news}"] = (one, many)
    return texts


def _cues() -> dict[str, str | tuple[str, str]]:
    texts: dict[str, str | tuple[str, str]] = {}
    for size in (1, 2, 3):
        for cues in combinations(_CUES, size):
            text = ", ".join(_CUES[cue] for cue in cues)
            texts["captions.evidence." + ".".join(cues)] = f"{text[0].upper()}{text[1:]}."
    return texts


def _subsets(flags: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [chosen for size in range(len(flags) + 1) for chosen in combinations(flags, size)]


TEXTS: dict[str, str | tuple[str, str]] = {
    "duplicates.repeat.title": "Passages that stand twice",
    "duplicates.repeat.why": (
        "A passage that stands twice makes readers think that they have lost their place. It comes from pasting twice, "
        "from two versions run together, and from rewriting machines. Reader shows both copies, word by word, and "
        "proposes to cut the later one, but only where every word of it stands elsewhere too. Headings, quotations set "
        "apart, verse and lines of a list may repeat."
    ),
    "duplicates.clash.title": "Copies that contradict each other",
    "duplicates.clash.why": (
        "Two copies of a sentence give different figures, dates or names. One of them is wrong, and cutting the wrong "
        "one leaves an error in print. Find out which is right before you cut either."
    ),
    "captions.repeat.title": "Captions in the copy that repeat it",
    "captions.repeat.why": (
        "When a web page is copied, the captions of its pictures fall into the text as paragraphs of their own. Most "
        "say what the copy says already. Reader proposes to cut those that add nothing, and to keep the others as "
        "captions "
        "at the end."
    ),
    "captions.fallen.title": "Captions in the copy",
    "captions.fallen.why": (
        "A paragraph of one sentence, in the present tense, without a final stop, or with “(left)” in it, is the "
        "caption of a picture that is not there. In the copy it interrupts the story. Reader proposes to keep it as a "
        "caption, at the end."
    ),
    "duplicates.clash.found": "Contradicts ¶{number}: “{here}” here, “{there}” there.",
    "duplicates.run.found": "¶{first}–{last} repeat ¶{there}–{end}.",
    "duplicates.warn.full_name": "Takes the first full mention of {name}; the surname alone stays.",
    "duplicates.warn.only_place": ("The only place of {words}.", "The only place of {words}."),
    "duplicates.warn.quotation": "Takes one end of a quotation that goes on.",
    "duplicates.warn.referent": "The next sentence begins with “{pronoun}”, and this says who that is.",
    "duplicates.fix.cut_all": ("Cut {count} copy", "Cut {count} copies"),
    "duplicates.effect.all_kept": "one of each is kept; no word is lost",
    "captions.fallen.found": "Reads like a caption. Repeats nothing.",
    "duplicates.fix.cut_block": "Cut ¶{number}",
    "duplicates.fix.cut_part": "Cut this passage of ¶{number}",
    "duplicates.fix.cut_block_instead": "Cut ¶{number} instead",
    "duplicates.fix.cut_part_instead": "Cut the passage of ¶{number} instead",
    "duplicates.fix.keep_both": "Keep both",
    "duplicates.fix.keep_all": "Keep all",
    "duplicates.fix.merge": "Merge…",
    "duplicates.fix.merged": "Merged into ¶{number}",
    "duplicates.effect.merge": "takes words over into ¶{number}, then cuts this",
    "captions.effect.merge": "takes words over into a paragraph, then cuts this",
    "captions.fix.keep_all": ("Keep {count} as caption", "Keep {count} as captions"),
    "captions.fix.keep": "Keep as caption",
    "captions.fix.stay": "Leave it in the copy",
    "duplicates.effect.keeps_all": "keeps ¶{number}; no word is lost",
    "duplicates.effect.keeps_loses": "keeps ¶{number}; loses: {words}",
    "duplicates.effect.cuts_all": "every word of it stands elsewhere too",
    "duplicates.effect.cuts_loses": "loses: {words}",
    "duplicates.effect.both": "nothing changes",
    "captions.effect.keep": "goes to the end, in caption style; no word is lost",
    "captions.effect.stay": "nothing changes",
    **_verdicts(),
    **_evidence(),
    **_cues(),
}
