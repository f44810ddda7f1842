"""Why what is played lies far from what is planned: a sentence for each option.

Takes the numbers of the brief, gives words.
"""

from __future__ import annotations

from cadre.brief.content import Words
from cadre.brief.context import Context
from cadre.brief.view import OptionView

FAR_FROM_PLAN = 0.15
"""Part of the units planned by which the middle future may differ before the page says why."""


def played_otherwise(context: Context, shown: OptionView) -> Words:
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
    lost = [
        context.say(f"played.lost-{_cause(name)}", serials=value(f"{key}.{name.replace(' ', '-')}"))
        for name in causes[:3]
        if shown.spreads[name].median > 0
    ]
    filled = f"{key}.filled" in context.numbers
    return context.say(
        "played.far",
        letter=shown.letter,
        titles=context.formats.chain(titles),
        filling="known" if filled else "none",
        filled=value(f"{key}.filled") if filled else (),
        held=value(f"{key}.serials_held"),
        lost=value(f"{key}.serials_lost"),
        causes_known="yes" if lost else "no",
        causes=context.chain(lost),
    )


def _cause(name: str) -> str:
    """Return a cause as messages name it: `lost.site closed` is `site-closed`."""
    return name.partition(".")[2].replace(" ", "-")
