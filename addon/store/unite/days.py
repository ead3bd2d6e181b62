"""What depends on the day: buried cards, and due days counted from a collection's creation."""

from __future__ import annotations

from ..collection.collection import CONFIG
from ..collection.timing import (
    LAST_UNBURIED,
    UNBURY_SQL,
    needs_unbury,
    today,
    unbury_if_new_day,
)
from .sides import Sides

# Review cards are due on a day, and so are learning cards with a step longer than a day; a card due
# at a time has more than 10^9 there. In a filtered deck the day is in `odue`.
_ON_A_DAY = "type = 2 or (type in (1, 3) and max(due, odue) <= 1000000000)"
_SHIFT = f"""
update file.cards set
    due = case when odid = 0 then due + :days else due end,
    odue = case when odid <> 0 then odue + :days else odue end
where {_ON_A_DAY}
"""


def bring_to_same_day(sides: Sides) -> None:
    """Bring both sides to today before they are compared.

    On a side for which the day is new, cards are unburied, as at the start of a sync. The file's
    days then count from the store's creation.
    """
    unbury_if_new_day(sides.ours, sides.now)
    config = sides.theirs[CONFIG]
    (created,) = sides.ours.db.execute("select crt from file.col").fetchone()
    day = today(sides.now, created, config)
    if needs_unbury(config, day):
        sides.ours.db.execute(UNBURY_SQL.replace("UPDATE cards", "UPDATE file.cards"))
        config[LAST_UNBURIED] = day
    ours = sides.ours
    shift = today(sides.now, ours.created, ours.column(CONFIG)) - day
    if ours.created != created and shift:
        ours.db.execute(_SHIFT, {"days": shift})
