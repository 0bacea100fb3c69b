"""Examples of the rule names.variant: its tests and its help page. None of them needs the recogniser."""

from __future__ import annotations

from reader.core.rules import Example

EXAMPLES = (
    Example("Trams ran again in Kiev on Friday.", "Trams ran again in Kyiv on Friday."),
    Example(
        "Kiev’s mayor spoke to a Kiev-based agency. KIEV CALLS FOR HELP",
        "Kyiv’s mayor spoke to a Kyiv-based agency. KYIV CALLS FOR HELP",
    ),
    Example(
        "Buses left Kharkiv at noon.\n\nA convoy from Kharkov arrived late. Kharkiv was quiet.",
        "Buses left Kharkiv at noon.\n\nA convoy from Kharkiv arrived late. Kharkiv was quiet.",
    ),
    Example(
        "The port of Odessa reopened, Ukrainian officials said.",
        "The port of Odesa reopened, Ukrainian officials said.",
    ),
    Example("The new stadium in Sao Paolo holds 48,000.", "The new stadium in São Paulo holds 48,000."),
    Example(
        "Flights to Ulan Bator were cancelled after the storm.",
        "Flights to Ulaanbaatar were cancelled after the storm.",
    ),
    Example(
        "The vote in Myanmar was delayed. Burma last voted in 2020, and Myanmar waits.",
        "The vote in Myanmar was delayed. Myanmar last voted in 2020, and Myanmar waits.",
    ),
    Example(
        "Mahmoud Darzi opened the fair. Critics of Mahmud Darzi stayed away, and Mahmoud Darzi left early.",
        "Mahmoud Darzi opened the fair. Critics of Mahmoud Darzi stayed away, and Mahmoud Darzi left early.",
    ),
    Example(
        "Elena Marchetti won by a length. For Marchetti it was the third title; Marcheti trains alone.",
        "Elena Marchetti won by a length. For Marchetti it was the third title; Marchetti trains alone.",
    ),
)

FINE = (
    "Fans of Dynamo Kiev ate chicken Kiev before the match.",
    "Odessa, Texas, is an oil town, and Odessa has a rodeo.",
    "Vladimir Orlov praised Volodymyr Kovalenko, and Vladimir Orlov meant it.",
    "The road from Chonhar was cut. Olena Honchar drove it once; Honchar now takes the train.",
    "Lysychansk fell before Luhansk did, and Lysychansk burned.",
    "Russia recalled its envoy. Russian diplomats left at once, and Russians abroad waited.",
    "Peter Andersen met Paul Anderson. Andersen and Anderson had never met.",
    "Slovenia drew with Slovakia, and Slovenia went through.",
    "The Bombay High Court sits in Mumbai.",
)
