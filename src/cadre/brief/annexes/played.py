"""Why what is played lies far from what is planned: a sentence for each option.

Takes the numbers of the brief, gives words.
"""

from __future__ import annotations

from cadre.brief.content import Piece, Words
from cadre.brief.context import Context
from cadre.brief.reading import Shown

FAR_FROM_PLAN = 0.15
"""Part of the units planned by which the middle future may differ before the page says why."""


def played_otherwise(context: Context, shown: Shown) -> Words:
    """Say why an option's middle future lies far from its plan; empty where it lies near."""
    planned = {(t.capability, t.week): t.reached for t in shown.planned.programme.targets}
    far = [
        chance
        for chance in shown.chances
        if chance.kind == "target" and (units := planned.get((chance.capability, chance.week))) is not None
        if abs(chance.units.median - units) > FAR_FROM_PLAN * units
    ]
    if not far:
        return ()
    titles = dict.fromkeys(shown.mission.title_of("capabilities", chance.capability) for chance in far)
    value, key = context.numbers.value, f"option.{shown.id}"
    causes = sorted(
        (n for n in shown.spreads if n.startswith("lost.")), key=lambda n: -shown.spreads[n].median
    )
    lost: list[Piece] = []
    for name in (n for n in causes[:3] if shown.spreads[n].median > 0):
        lost += [
            *([", "] if lost else []),
            value(f"{key}.{name.replace(' ', '-')}"),
            f" for {LOST[name[5:]]}",
        ]
    filled = (
        (value(f"{key}.filled"), " of the post-weeks are filled and ")
        if f"{key}.filled" in context.numbers
        else ()
    )
    return (
        f"Option {shown.letter}, {', '.join(titles)}: the middle future lies far from the plan. "
        "Plans count on everybody offered, on the day, and on places that stay open. In play (medians) ",
        *filled,
        value(f"{key}.serials_held"),
        " serials are held; lost of those planned: ",
        value(f"{key}.serials_lost"),
        *((" (", *lost, ")") if lost else ()),
        ".",
    )


LOST = {
    "site closed": "sites that are closed",
    "site not open": "sites that do not open",
    "mission paused": "pauses of the mission",
    "after exit": "courses that hosts may not teach after exit",
    "instructors": "want of instructors",
    "trainees": "want of trainees",
    "rooms": "want of rooms or beds",
}
"""Why serials are lost, in words, by cause."""
