"""Words before and after names that say what they are: titles, places, speech. All in lower case."""

from __future__ import annotations

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lady lord president vice-president premier chancellor king queen"
    " prince princess gen general col colonel capt captain maj major lt lieutenant sgt sergeant cpl corporal sen"
    " senator rep representative gov governor mayor minister judge justice pope bishop archbishop cardinal rev"
    " reverend father sister sheikh coach ceo chairman chairwoman director secretary spokesman spokeswoman detective"
    " inspector officer rabbi imam ambassador congressman congresswoman adm admiral cmdr commander".split()
)
"""Words that stand before a person's name and are no part of it."""

TITLE_PAIRS = frozenset({("prime", "minister"), ("vice", "president"), ("foreign", "minister")})

NO_GIVEN_NAMES = frozenset(
    "the a an and but or yet so nor in on at by for from to of with without as if when while where after before"
    " since until once then now here there this that these those his her its their our my he she it they we you who"
    " what why how because although though both all some many most other another no not even also only just still"
    " meanwhile however later earlier today yesterday according like unlike despite during under over between among"
    " against is are was were has have had said says told did does do can could will would may might new old former"
    " late young".split()
)
"""Words that begin a sentence with a capital and are no part of the name that follows."""

PLACE_LEADS = frozenset("in near around outside inside from towards toward throughout across into occupied".split())
"""Words before a place; "of" counts only after one of `PLACE_NOUNS`."""

PLACE_NOUNS = frozenset(
    "east west north south city cities town towns village villages region regions district province capital port"
    " outskirts suburb streets oblast county peninsula border airport strait island islands river".split()
)
"""Words that belong to places, after the name or before "of"."""

OFFICES = frozenset("mayor governor bishop king queen prince princess duke duchess people residents".split())
"""Words that stand before "of" and a place."""

SPEECH = frozenset(
    "said says told tells adds added wrote writes shared replied replies insists insisted tweeted asked asks argued"
    " claimed explained recalled stressed noted who".split()
)
"""Words after a person."""
