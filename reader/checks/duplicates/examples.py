"""Examples of the rules on repeats and captions: they are the rules' tests and stand on their help pages."""

from __future__ import annotations

from reader.core.rules import Example

_BRIDGE = "The old bridge over the Tamble will close to lorries on Monday while masons repair its northern arch."
_MAYOR = "The mayor, Ines Calder, asked drivers to take the road through Holt instead."
_FERRY = "A small ferry will carry cyclists across the river free of charge until the work is done."
_COST = "The council has set aside 300,000 crowns for the repair of the arch."
_END = "Nobody could say on Friday how long the repair would take."


def _text(*blocks: str) -> str:
    return "\n\n".join(blocks)


REPEATED = (
    Example(_text(_BRIDGE, _MAYOR, _BRIDGE), _text(_BRIDGE, _MAYOR)),
    Example(
        _text(
            _BRIDGE,
            _MAYOR,
            "The old bridge over the Tamble will close to lorries on Monday, while masons repair its northern arch!",
        ),
        _text(_BRIDGE, _MAYOR),
    ),
    Example(
        _text(_BRIDGE, f"{_MAYOR} {_FERRY}", f"{_END} {_MAYOR}"),
        _text(_BRIDGE, f"{_MAYOR} {_FERRY}", _END),
    ),
    Example(
        _text(_BRIDGE, _MAYOR, f"The old bridge over the Tamble will close to lorries on Monday. {_END}"),
        _text(_BRIDGE, _MAYOR, _END),
    ),
    Example(
        _text(
            _BRIDGE,
            _FERRY,
            _MAYOR,
            "Until the work is done, a small ferry will carry the cyclists across the river free of charge.",
        ),
        _text(_BRIDGE, _FERRY, _MAYOR),
    ),
    Example(
        _text(
            _BRIDGE,
            _FERRY,
            _MAYOR,
            "A small blue ferry named Kestrel carries cyclists over the river free of charge until the work is done.",
        ),
        None,
    ),
    Example(
        _text(
            _BRIDGE, _COST, _FERRY, _MAYOR, "For the arch 300,000 crowns were set aside, and nobody voted against it."
        ),
        None,
    ),
)
NOT_REPEATED = (
    _text(_BRIDGE, _MAYOR, _FERRY, _END),
    _text(
        _BRIDGE,
        "What it will cost",
        _MAYOR,
        "What it will cost",
        _END,
    ),
    _text(
        _BRIDGE,
        "“Over the water and home by the tide,” sang the ferrymen as they pushed off from the quay.",
        _MAYOR,
        "At midnight the band struck up once more: “Over the water and home by the tide,” to loud applause.",
    ),
    _text(
        "The prizes were handed over in the town hall.",
        "Anna Weller won the prize for the best loaf, worth 40 crowns.",
        "Peter Sands won the prize for the best cake, worth 30 crowns.",
        "Marta Lind won the prize for the best bun, worth 20 crowns.",
    ),
    _text(_BRIDGE, _COST, _FERRY, _MAYOR, "A brewer lent his brother 300,000 crowns to buy the inn at the weir."),
    _text(_BRIDGE, "“Not today,” she said.", _MAYOR, "“Not today,” she said."),
    _text(
        "When will a small ferry carry cyclists across the river free of charge?",
        _MAYOR,
        _END,
        _FERRY,
    ),
    _text(
        _BRIDGE,
        "Ferry: a small boat with seats for twelve, moored below the weir",
        _MAYOR,
        "Ferry: a large boat with seats for sixty, moored below the weir",
        _END,
    ),
)

CLASHING = tuple(
    Example(_text(first, _MAYOR, _FERRY, second), None)
    for first, second in (
        (
            "The flood killed 12 people in the valley and destroyed more than forty houses along the river.",
            "The flood killed 21 people in the valley and destroyed more than forty houses along the river.",
        ),
        (
            "The council will vote on the plan for a new school in Holt on Tuesday, the clerk said.",
            "The council will vote on the plan for a new school in Holt on Thursday, the clerk said.",
        ),
        (
            "Masons from the workshop of Tobias Renner will repair the northern arch before winter comes.",
            "Masons from the workshop of Tobias Falke will repair the northern arch before winter comes.",
        ),
        (
            "The harbour was closed for three weeks after a barge had struck the eastern pier in fog.",
            "The harbour was closed for five weeks after a barge had struck the eastern pier in fog",
        ),
        (
            "The firm was founded in 1931 and moved its looms to the mill beside the weir.",
            "The firm was founded in 1913 and moved its looms to the mill beside the weir.",
        ),
        (
            "The clerk said on Friday that the council would sell the old mill to the brewery in Holt.",
            "The clerk said on Friday that the council would not sell the old mill to the brewery in Holt.",
        ),
        (
            "The price of bread in the valley rose by a tenth in the months after the flood, bakers said.",
            "The price of bread in the valley fell by a tenth in the months after the flood, bakers said.",
        ),
    )
)
NOT_CLASHING = (
    _text(_BRIDGE, _MAYOR, _FERRY),
    _text(
        "The first train leaves the northern station for Holt at 6.15 on weekdays.",
        "The last train leaves the northern station for Holt at 23.40 on weekdays.",
    ),
    _text(
        "Soldiers from the garrison in Kiev helped to clear the road to the northern villages.",
        _MAYOR,
        _FERRY,
        "Soldiers from the garrison in Kyiv helped to clear the road to the northern villages.",
    ),
    _text(_BRIDGE, _MAYOR, _BRIDGE),
    _text(
        "To open the lid of the kettle, press the lower knob and turn the copper handle to the right.",
        _MAYOR,
        _FERRY,
        "To close the lid of the kettle, press the upper knob and turn the copper handle to the right.",
    ),
)

_CROWD = "More than three hundred people stood on the embankment to watch the last lorry cross."
_CALDER = "Ines Calder, the mayor of Tamblebridge, hugged the mason who had found the crack in the arch."

CAPTIONS_REPEATING = (
    Example(
        _text(_BRIDGE, _CALDER, _MAYOR, _CALDER.removesuffix(".")),
        _text(_BRIDGE, _CALDER, _MAYOR),
    ),
    Example(
        _text(_BRIDGE, _CROWD, _MAYOR, "More than three hundred people stood on the embankment to watch"),
        _text(_BRIDGE, _CROWD, _MAYOR),
    ),
    Example(
        _text(_BRIDGE, _CALDER, _MAYOR, "Ines Calder, the mayor of Tamblebridge, hugs the mason who found the crack"),
        _text(_BRIDGE, _CALDER, _MAYOR),
    ),
    Example(
        _text(_BRIDGE, _FERRY.removesuffix("."), _MAYOR, _FERRY, _END),
        _text(_BRIDGE, _MAYOR, _FERRY, _END),
    ),
    Example(
        _text(
            _BRIDGE,
            _CALDER,
            "Ines Calder, the mayor of Tamblebridge, hugs the mason who found the crack, wearing a scarlet cloak",
            _MAYOR,
            _END,
        ),
        _text(
            _BRIDGE,
            _CALDER,
            _MAYOR,
            _END,
            "Ines Calder, the mayor of Tamblebridge, hugs the mason who found the crack, wearing a scarlet cloak",
        ),
    ),
)
CAPTIONS_NOT_REPEATING = (
    _text(_BRIDGE, _CALDER, _MAYOR, _END),
    _text("Bridge over the Tamble to close to lorries on Monday", _BRIDGE, _MAYOR, _END),
    _text(_BRIDGE, _CALDER, "The mayor and the mason", _MAYOR, _END),
    _text(_BRIDGE, _MAYOR, "A heron stands on the northern pier of the bridge at dawn", _FERRY, _END),
)

_HERON = "A heron stands on the northern pier of the bridge at dawn"
_BOYS = "Jonas Frey (left) and his brother with the trout that they caught under the bridge"
_RENNER = "Pictured: the mason Tobias Renner on the scaffold beneath the northern arch"
_VIEW = "The weir is seen from the tower of the town hall in a file photo"

CAPTIONS_FALLEN = (
    *(
        Example(_text(_BRIDGE, _MAYOR, caption, _FERRY, _END), _text(_BRIDGE, _MAYOR, _FERRY, _END, caption))
        for caption in (_HERON, _BOYS, _RENNER, _VIEW)
    ),
    Example(
        _text(_BRIDGE, _HERON, _MAYOR, _BOYS, _FERRY, _END),
        _text(_BRIDGE, _MAYOR, _FERRY, _END, _HERON, _BOYS),
    ),
)
NOT_CAPTIONS = (
    _text(_BRIDGE, _MAYOR, _FERRY, _END),
    _text("Masons close the old bridge over the Tamble for lorries", _BRIDGE, _MAYOR, _END),
    _text(_BRIDGE, "How the masons found the crack", _MAYOR, _FERRY, _END),
    _text(_BRIDGE, _MAYOR, "Sign up to our newsletter and get the news of the valley every morning", _FERRY, _END),
    _text(_BRIDGE, _MAYOR, "She holds that the bridge stands for everything the valley works for.", _FERRY, _END),
    _text(
        "milk and honey from the farm at the weir",
        "bread that Anna bakes and sells on Fridays",
        "a trout that Jonas holds back for us",
    ),
)
