"""Where each number comes from: one row per kind of number, and what the inputs of each kind rest on.

Numbers that have a table of their own (targets, posts, further asks, differences) are marked there; the
others are listed here. References in print lead to either place.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import replace

from cadre.brief.content import Paragraph, Piece, Ref, Section, Small, Table, Words, joined, words
from cadre.brief.context import Context
from cadre.brief.inputs import FAMILIES, basis_of, in_order, set_name
from cadre.brief.numbers import Number

_KINDS = (
    (r"\.(target|floor|planned)\.[^.]+\.w\d+", r".\1.CAPABILITY.wWEEK"),
    (r"\.ask\.\d+", ".ask.N"),
    (r"\.posts\.[^.]+@[^.]+\.", ".posts.ROLE@SITE."),
    (r"\.posts\.ROLE@SITE\.(arrived|confirmed|pledged|indicated)$", ".posts.ROLE@SITE.STATE"),
    (r"\.said\.why\.[^.]+@[^.]+\.\d+$", ".said.why.ROLE@SITE.N"),
    (r"(^|\.)said\.(dominated|binds|left)\.\d+$", r"\1said.\2.N"),
    (r"^said\.(warning|dropped|position|frontier)\.\d+\.\d+$", r"said.\1.N.N"),
    (r"\.(gap|open)\.[a-z]+$", r".\1.STAGE"),
    (r"\.serials\.(?!left)[^.]+$", ".serials.COURSE"),
    (r"\.missed\.[a-z]+$", ".missed.LIMIT"),
    (r"^dropped\.\d+", "dropped.N"),
    (r"^position\.\d+\.", "position.N."),
    (r"\.stance\.[^.]+\.", ".stance.PARTY."),
    (r"\.burden\.[^.]+\.", ".burden.PARTY."),
    (r"\.(rank|agreement\.blocking|agreement\.amended)\.\d+$", r".\1.N"),
    (r"\.central\.[^.]+$", ".central.CRITERION"),
    (r"\.swing\.[^.]+\..+\.([a-z-]+)$", r".swing.CRITERION.QUANTITY.\1"),
    (r"^best\.[^.]+\.ahead\.\d+$", "best.CRITERION.ahead.N"),
    (r"^best\.[^.]+\.([a-z]+)$", r"best.CRITERION.\1"),
    (r"\.apart\.[^.]+\.([a-z]+)$", r".apart.CRITERION.\1"),
    (r"\.said\.fails\.\d+$", ".said.fails.N"),
    (r"\.said\.amendment\.\d+\.\d+$", ".said.amendment.N.N"),
    (r"^said\.switch\.\d+\.\d+$", "said.switch.N.N"),
    (r"^information\..+\.(changes|targets|floors|cost|value|floor|money|agreed)$", r"information.DETAIL.\1"),
    (r"^(weight|bar)\.[^.]+$", r"\1.CRITERION"),
    (r"^wanted\..+", "wanted.CAPABILITY.DATE"),
    (r"^floor\..+", "floor.CAPABILITY"),
    (r"^open\.[^.]+", "open.QUESTION"),
    (r"^difference\.OPTION\.OPTION\.[^.]+", "difference.OPTION.nothing.CRITERION"),
)
"""How ids of one kind are written as a pattern."""
_LABELS = {
    "option.OPTION.target.CAPABILITY.wWEEK.chance": "Chance that a target is met",
    "option.OPTION.target.CAPABILITY.wWEEK.units": "Units there at a target's date",
    "option.OPTION.target.CAPABILITY.wWEEK.added": "Units at a target's date beyond those of doing nothing",
    "option.OPTION.floor.CAPABILITY.wWEEK.chance": "Chance that a floor holds",
    "option.OPTION.floor.CAPABILITY.wWEEK.units": "Units there when a floor is judged",
    "option.OPTION.floor.CAPABILITY.wWEEK.added": "Units at a floor beyond those of doing nothing",
    "option.OPTION.planned.CAPABILITY.wWEEK": "Units planned by a target's date",
    "option.OPTION.ask.N": "People of a further ask",
    "option.OPTION.burden.PARTY.load": "Share of a party's offers that is used",
    "option.OPTION.burden.PARTY.carries": "Share of what is filled that a party carries",
    "option.OPTION.burden.PARTY.brings": "Share that a party brings on average (Shapley)",
    "option.OPTION.burden.PARTY.missed": "Share that is lost without a party",
    "option.OPTION.posts.ROLE@SITE.peak": "Posts of a role at a site at the peak",
    "option.OPTION.posts.ROLE@SITE.open": "Share of them open",
    "option.OPTION.posts.ROLE@SITE.STATE": "Share of them filled by offers in a state",
    "option.OPTION.ask.N.post-weeks": "Post-weeks that a further ask would close",
    "option.OPTION.said.why.ROLE@SITE.N": "Figures of the reason why posts stay open",
    "option.OPTION.said.left.N": "Figures of the reason why serials could not be placed",
    "option.OPTION.serials.left": "Serials that could not be placed",
    "option.OPTION.gap.STAGE": "Gap of a search to the proved bound",
    "said.dropped.N.N": "Figures of a reason to drop options",
    "dropped": "Options dropped",
    "dropped.N": "Options dropped for one reason",
    "dropped.N.cost": "What they would cost",
    "said.position.N.N": "Figures of a party's condition",
    "position.N.strength": "Chance that a party insists",
    "option.OPTION.rank.N": "Share of weights and futures in which an option has a rank",
    "option.OPTION.central.CRITERION": "Central weights",
    "option.OPTION.swing.CRITERION.QUANTITY.at-low": "Mean of a criterion where a quantity is low",
    "option.OPTION.swing.CRITERION.QUANTITY.at-high": "Mean of a criterion where a quantity is high",
    "option.OPTION.swing.CRITERION.QUANTITY.index": "Share of a variance that a quantity explains",
    "best.CRITERION.ahead.N": "Confidence that an option is truly ahead of the next",
    "best.CRITERION.jointly": "Least confidence that a whole order is right",
    "best.CRITERION.indifference": "Difference worth telling apart",
    "best.CRITERION.probability": "Probability that elimination keeps its promise",
    "best.CRITERION.needed": "Futures that elimination took",
    "best.CRITERION.played": "Futures played of all options together",
    "option.OPTION.apart.CRITERION.spread": "Standard deviation of a criterion",
    "option.OPTION.apart.CRITERION.details": "Share of its variance from open details",
    "option.OPTION.apart.CRITERION.left": "Standard deviation that luck alone would leave",
    "option.OPTION.said.amendment.N.N": "Figures of an amendment",
    "said.switch.N.N": "Figures of where the ranking flips",
    "information.DETAIL.value": "Worth of learning a detail, in points of value",
    "information.DETAIL.floor": "Noise of that worth",
    "information.DETAIL.money": "Worth of learning a detail, as money",
    "information.DETAIL.agreed": "Gain in the chance of agreed and good, in points",
    "information.DETAIL.changes": "Futures in which a detail, once known, changes the choice",
    "information.DETAIL.targets": "Targets gained by it, in points",
    "information.DETAIL.floors": "Floors gained by it, in points",
    "information.DETAIL.cost": "Rise of the cost by it",
    "option.OPTION.confidence": "Chance to rank first at central weights",
    "wanted.CAPABILITY.DATE": "Units wanted by a day",
    "floor.CAPABILITY": "Units that must hold after exit",
    "difference.OPTION.nothing.CRITERION": "Option minus doing nothing",
    "difference.OPTION.nothing.CRITERION.better": "Share of futures in which the option is better",
}
"""Names of the kinds that are at home in another annex."""
_NAMES = {
    "option.OPTION.said.dominated.N": "Figures of the reason why an option is dominated",
    "said.frontier.N.N": "Figures of what money buys",
    "option.OPTION.said.binds.N": "Figures of what binds a plan",
    "said.warning.N.N": "Figures of a note on the set of options",
    "option.OPTION.missed.LIMIT": "Targets that the plan misses, by what binds",
    "option.OPTION.serials.COURSE": "Serials planned of a course",
    "open.QUESTION": "What an open question is planned with",
    "option.OPTION.stance.PARTY.any-breaks": "Chance that a party of a type breaks silence",
    "option.OPTION.said.fails.N": "Figures of when an option fails",
    "option.OPTION.agreement.blocking.N": "How often certain parties and no others break silence",
    "option.OPTION.agreement.amended.N": "Chance that nobody breaks silence on the amended option",
    "option.OPTION.open.STAGE": "Part of what a plan falls short that a better search may save",
    "weight.CRITERION": "Mean weights",
    "bar.CRITERION": "Bars that a good option clears, as stated",
    "open.QUESTION.price": "Price of learning the answer to an open question",
}
"""Names of kinds that are listed here and hold more than one thing."""
_STARTS = {
    "option.": "numbers of the options",
    "positions.": "stated positions",
    "capabilities.": "capabilities",
    "mandate.open.": "open questions",
}
"""Names of inputs that are neither a family nor told as they are."""
_INPUTS = {
    "training": "courses held, what hosts teach alone, recruits, competences, skills, sites, projects, "
    "capabilities, tours",
    "offers": "offers of people: how many, when, how firm, how often kept, how late",
    "costs": "costs of posts, courses, seats, sites, projects and the command",
    "posts": "roles, support rules, the command, tours",
}
"""What each family of inputs holds, in words."""


def origin_section(context: Context, cited: AbstractSet[str]) -> Section:
    """Write where the numbers come from that the brief shows."""
    kinds: dict[str, list[Number]] = {}
    for number in context.numbers:
        if number.id in cited:
            kinds.setdefault(kind_of(context, number), []).append(number)
    rows = tuple(_row(context, kind, numbers) for kind, numbers in kinds.items())
    columns = ("What it is, and its id", "Numbers, each with its reference", "Computed by, from")
    table = Table("origin", "Kinds of number", columns, (52, 72, 52), rows)
    note = (
        "A reference in small type after a figure leads to its row here or in the table where it is at home. "
        "`cadre trace OUT ID` prints the whole chain of any number, by its id or its reference: computation, "
        "inputs with their values, ledger, published figures, seed and versions."
    )
    blocks = (Paragraph((note,), small=True), table, _ids(context), _inputs(context))
    return Section("origin", "Where each number comes from", blocks)


def at_home(kind: str) -> bool:
    """Say whether numbers of a kind are marked in a table of their own."""
    return kind in _LABELS


def kind_of(context: Context, number: Number) -> str:
    """Give the pattern of a number's id.

    What differs between options, targets and posts is put in capitals.
    """
    key = number.id
    for shown in sorted(context.reading.options, key=lambda option: -len(option.id)):
        key = key.replace(f".{shown.id}.", ".OPTION.")
    for pattern, kind in _KINDS:
        key = re.sub(pattern, kind, key)
    return key


def _row(context: Context, kind: str, numbers: list[Number]) -> tuple[Words, ...]:
    label = _LABELS.get(kind) or _NAMES.get(kind) or numbers[0].label.partition(": ")[2] or numbers[0].label
    listed: list[Words] = [_listed(context, kind, number) for number in numbers]
    where: Words = (Small("in the annex of its own"),) if at_home(kind) else joined(listed, "; ")
    names = dict.fromkeys(_family(name) for number in numbers for name in number.inputs)
    came = f"{numbers[0].how}; {', '.join(names)}" if names else numbers[0].how
    return words(f"{label[:1].upper()}{label[1:]}", "\n", Small(kind)), where, (came,)


def _listed(context: Context, kind: str, number: Number) -> Words:
    letter, colon, _ = number.label.partition(": ")
    prefix: tuple[Piece, ...] = (f"{letter} ",) if colon and kind != number.id else ()
    return (*prefix, replace(context.numbers.with_range(number.id), target=True))


def _family(name: str) -> str:
    """Name an input in few words: its family, or what kind of number it is."""
    if name.startswith("set:"):
        return name.rpartition(".")[2]
    return next((told for start, told in _STARTS.items() if name.startswith(start)), name.partition(".")[0])


def _ids(context: Context) -> Table:
    rows = tuple(((option.letter,), (option.id,)) for option in context.reading.options)
    return Table("ids", "What OPTION stands for", ("Letter", "Id"), (12, 160), rows)


def _inputs(context: Context) -> Table:
    """Give what each family of inputs holds and rests on, over all options."""
    rows = []
    for family in FAMILIES:
        found: set[str] = set()
        for shown in context.reading.options:
            found |= set(basis_of(shown.mission, context.sets[set_name(shown.id, family)]))
        rows.append(((family,), (_INPUTS[family],), joined([(Ref(name),) for name in in_order(found)])))
    columns = ("Inputs", "What they are", "What they rest on")
    return Table("inputs", "Inputs: quantities of the mission", columns, (18, 54, 104), tuple(rows))
