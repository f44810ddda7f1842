"""Where each number comes from: one row per kind of number, and what the inputs of each kind rest on.

Numbers that have a table of their own (targets, posts, further asks, differences) are marked there; the
others are listed here. References in print lead to either place.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from cadre.brief.content import Paragraph, Piece, Ref, Section, Small, Table, Words, words
from cadre.brief.context import Context
from cadre.brief.number import Number
from cadre.brief.register.inputs import FAMILIES, basis_of, in_order, set_name
from cadre.brief.register.keys import kind_of

_AT_HOME = frozenset(
    (
        "option.OPTION.target.CAPABILITY.wWEEK.chance",
        "option.OPTION.target.CAPABILITY.wWEEK.units",
        "option.OPTION.target.CAPABILITY.wWEEK.added",
        "option.OPTION.floor.CAPABILITY.wWEEK.chance",
        "option.OPTION.floor.CAPABILITY.wWEEK.units",
        "option.OPTION.floor.CAPABILITY.wWEEK.added",
        "option.OPTION.planned.CAPABILITY.wWEEK",
        "option.OPTION.ask.N",
        "option.OPTION.burden.PARTY.load",
        "option.OPTION.burden.PARTY.carries",
        "option.OPTION.burden.PARTY.brings",
        "option.OPTION.burden.PARTY.missed",
        "option.OPTION.posts.ROLE@SITE.peak",
        "option.OPTION.posts.ROLE@SITE.open",
        "option.OPTION.posts.ROLE@SITE.STATE",
        "option.OPTION.ask.N.post-weeks",
        "option.OPTION.said.why.ROLE@SITE.FIELD",
        "option.OPTION.said.left.FIELD",
        "option.OPTION.serials.left",
        "option.OPTION.gap.STAGE",
        "said.dropped.N.FIELD",
        "said.lever.N.FIELD",
        "option.OPTION.said.shown.FIELD",
        "dropped",
        "dropped.N",
        "dropped.N.cost",
        "said.position.N.FIELD",
        "position.N.strength",
        "option.OPTION.rank.N",
        "option.OPTION.central.CRITERION",
        "option.OPTION.swing.CRITERION.QUANTITY.at-low",
        "option.OPTION.swing.CRITERION.QUANTITY.at-high",
        "option.OPTION.swing.CRITERION.QUANTITY.index",
        "best.CRITERION.ahead.N",
        "best.CRITERION.jointly",
        "best.CRITERION.indifference",
        "best.CRITERION.probability",
        "best.CRITERION.needed",
        "best.CRITERION.played",
        "option.OPTION.apart.CRITERION.spread",
        "option.OPTION.apart.CRITERION.details",
        "option.OPTION.apart.CRITERION.left",
        "option.OPTION.said.amendment.N.FIELD",
        "said.switch.N.FIELD",
        "information.DETAIL.value",
        "information.DETAIL.floor",
        "information.DETAIL.money",
        "information.DETAIL.agreed",
        "information.DETAIL.changes",
        "information.DETAIL.targets",
        "information.DETAIL.floors",
        "information.DETAIL.cost",
        "option.OPTION.ends.chance",
        "option.OPTION.ends.weeks",
        "option.OPTION.ends.EVENT.chance",
        "option.OPTION.ends.EVENT.weeks",
        "option.OPTION.confidence",
        "wanted.CAPABILITY.DATE",
        "floor.CAPABILITY",
        "difference.OPTION.nothing.CRITERION",
        "difference.OPTION.nothing.CRITERION.better",
    )
)
"""Kinds that are at home in another annex."""


def origin_section(
    context: Context, cited: AbstractSet[str], homes: AbstractSet[str] = frozenset()
) -> Section:
    """Write where the numbers come from that the brief shows; those marked in other annexes stand there."""
    kinds: dict[str, list[Number]] = {}
    for number in context.numbers:
        if number.id in cited:
            kinds.setdefault(kind_of(number.id), []).append(number)
    rows = tuple(_row(context, kind, numbers, homes) for kind, numbers in kinds.items())
    columns, caption = _columns(context, "what", "numbers", "computed"), context.word("origin.kinds")
    table = Table("origin", caption, columns, (52, 72, 52), rows)
    note = Paragraph(context.say("origin.note"), small=True)
    blocks = (note, table, _ids(context), _inputs(context))
    return Section("origin", context.word("origin.title"), blocks)


def _columns(context: Context, *names: str) -> tuple[str, ...]:
    return tuple(context.word(f"origin.column-{name}") for name in names)


def at_home(kind: str) -> bool:
    """Say whether numbers of a kind are marked in a table of their own."""
    return kind in _AT_HOME


def _row(context: Context, kind: str, numbers: list[Number], homes: AbstractSet[str]) -> tuple[Words, ...]:
    label = _name(context, kind, numbers[0])
    elsewhere = at_home(kind) or all(number.id in homes for number in numbers)
    listed: list[Words] = [_listed(context, kind, number) for number in numbers if number.id not in homes]
    where = context.say("origin.elsewhere") if elsewhere else context.listed(listed)
    names = dict.fromkeys(_family(context, name) for number in numbers for name in number.inputs)
    how = context.numbers.how(numbers[0])
    came = context.word("origin.came", how=how, inputs=context.formats.chain(names)) if names else how
    return words(f"{label[:1].upper()}{label[1:]}", "\n", Small(kind)), where, (came,)


def _name(context: Context, kind: str, number: Number) -> str:
    """Name a kind of number; one that has no message is what its first number is."""
    name = f"origin.kind-{kind.lower().replace('.', '-').replace('@', '-at-')}"
    return context.word(name) if context.view.words.has(name) else number.label


def _listed(context: Context, kind: str, number: Number) -> Words:
    prefix: tuple[Piece, ...] = (f"{number.of} ",) if number.of and kind != number.id else ()
    return (*prefix, replace(context.numbers.with_range(number.id), target=True))


def _family(context: Context, name: str) -> str:
    """Name an input in few words: its family, or what kind of number it is."""
    if name.startswith("set:"):
        return context.word(f"origin.family-{name.rpartition('.')[2]}")
    table, _, rest = name.partition(".")
    message = (
        "origin.from-open" if name.startswith("mandate.open.") else f"origin.from-{table.replace('_', '-')}"
    )
    return context.word(message) if rest and context.view.words.has(message) else table


def _ids(context: Context) -> Table:
    rows = tuple(((option.letter,), (option.id,)) for option in context.view.options)
    return Table("ids", context.word("origin.ids"), _columns(context, "letter", "id"), (12, 160), rows)


def _inputs(context: Context) -> Table:
    """Return what each family of inputs holds and rests on, over all options."""
    rows = []
    for family in FAMILIES:
        found: set[str] = set()
        for shown in context.view.options:
            found |= set(basis_of(shown.mission, context.sets[set_name(shown.id, family)]))
        name, holds = context.say(f"origin.family-{family}"), context.say(f"origin.holds-{family}")
        rows.append((name, holds, context.chain([(Ref(statement),) for statement in in_order(found)])))
    columns, caption = _columns(context, "inputs", "they-are", "rest-on"), context.word("origin.inputs")
    return Table("inputs", caption, columns, (18, 54, 104), tuple(rows))
