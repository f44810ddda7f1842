"""The command `offers read`: replies of nations shown as they are read, confirmed, and entered.

Nothing is written before somebody has seen how headings and words are read: by an answer on a terminal,
`--yes`, or what a mapping says already.
"""

from __future__ import annotations

import datetime as dt
import shlex
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cadre.cli import speaking
from cadre.cli.arguments import InLanguage, Json
from cadre.cli.commands import app
from cadre.cli.helping import Group, SpokenCommand
from cadre.errors import BadInput, Fault, Place
from cadre.messages import quoted

if TYPE_CHECKING:
    from cadre.replies import Memory, RepliesProposal
    from cadre.words import Catalogue

NOT_ENTERED = 2
"""Exit code where nothing was written since nobody has confirmed it."""
QUOTES = "'\"’“”«»"

offers = typer.Typer(cls=Group, no_args_is_help=True, add_completion=False, rich_markup_mode=None)
app.add_typer(offers, name="offers", help="help.command-offers")


class Dates(StrEnum):
    """What stands first in days such as 01/03/2027."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@offers.command("read", cls=SpokenCommand, help="help.command-offers-read")
def read(
    files: Annotated[list[Path], typer.Argument(help="help.replies", metavar="FILE...")],
    into: Annotated[Path, typer.Option(help="help.replies-into", metavar="DIR")],
    yes: Annotated[bool, typer.Option("--yes", help="help.replies-yes")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="help.replies-partial")] = False,
    mapping: Annotated[Path | None, typer.Option(help="help.replies-mapping", metavar="FILE")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="help.replies-column", metavar="HEADING=COLUMN")
    ] = None,
    means: Annotated[
        list[str] | None, typer.Option(help="help.replies-means", metavar="'COLUMN: WORD = MEANING'")
    ] = None,
    given: Annotated[
        list[str] | None, typer.Option("--set", help="help.replies-set", metavar="COLUMN=VALUE")
    ] = None,
    dates: Annotated[Dates | None, typer.Option(help="help.replies-dates")] = None,
    date: Annotated[str | None, typer.Option(help="help.replies-date", metavar="DATE")] = None,
    encoding: Annotated[str, typer.Option(help="help.replies-encoding", metavar="NAME")] = "",
    language: InLanguage = None,
    as_json: Json = False,
) -> int:
    """Read replies of nations into the offers of a mission."""
    from cadre.cli.replying import confirmed, show_entered, show_proposal
    from cadre.replies import ReplyInstructions, enter, propose
    from cadre.words.saying import said

    speaking.checked(language)
    today = dt.date.today()
    asked = _given_with_the_call(mapping, column or [], means or [], given or [], dates)
    on = _day(date)

    def proposed(memory: Memory) -> RepliesProposal:
        return propose(files, into, ReplyInstructions(memory, encoding, on), today=today)

    proposal = proposed(asked)
    words = speaking.SPEAKER.of_mission(proposal.mission.mission.language)
    order = None if as_json else _order_asked(proposal, words)
    if order is not None:
        asked = asked.and_more(_with_order(order))
        proposal = proposed(asked)
    call = _call(files, into, sys.argv[1:])
    if proposal.faults and not partial:
        show_proposal(proposal, words, as_json=as_json, entered=None)
        _refuse(proposal.faults, words, as_json=as_json)
        return NOT_ENTERED
    agreed = yes or not proposal.to_confirm
    if not agreed and not proposal.changes_anything:
        show_proposal(proposal, words, as_json=as_json, entered=False)
        return 0
    if not agreed and not as_json:
        show_proposal(proposal, words, as_json=False, entered=None)
        agreed = confirmed(into, words)
    elif not as_json:
        show_proposal(proposal, words, as_json=False, entered=None)
    if not agreed:
        if as_json:
            show_proposal(proposal, words, as_json=True, entered=False)
        else:
            print(words.text("replies.not-entered"))
            print(f"  {call} --yes")
        return NOT_ENTERED
    written = enter(proposal, lambda message: said(message, words))
    if as_json:
        show_proposal(proposal, words, as_json=True, entered=bool(written))
    else:
        show_entered(proposal, into, written, words)
    return 0


def _refuse(faults: tuple[Fault, ...], words: Catalogue, *, as_json: bool) -> None:
    """Tell what is not understood, on standard error."""
    if as_json:
        return
    from cadre.cli.output import one_line, tell
    from cadre.cli.replying import MOST_TOLD
    from cadre.words.saying import told

    sys.stdout.flush()
    count = len({fault.where for fault in faults})
    lines = (one_line(told(fault, words)) for fault in faults[:MOST_TOLD])
    tell(words.text("replies.not-understood", count=count), *lines)
    if len(faults) > MOST_TOLD:
        tell(words.text("replies.more-cells", count=len(faults) - MOST_TOLD))
    tell(words.text("replies.not-entered-faults"))


def _call(files: list[Path], into: Path, arguments: list[str]) -> str:
    """Return the call as it was typed, or as it would be."""
    if arguments[:2] == ["offers", "read"]:
        return shlex.join(["cadre", *arguments])
    return shlex.join(["cadre", "offers", "read", *map(str, files), "--into", str(into)])


# ---- what is told with the call


def _given_with_the_call(
    mapping: Path | None, column: list[str], means: list[str], given: list[str], dates: Dates | None
) -> Memory:
    """Return what the words of the call say of the replies, over what a mapping file says."""
    from cadre.replies import Memory
    from cadre.replies.memory import read_memory

    whole = Memory()
    if mapping is not None:
        if not mapping.is_file():
            raise BadInput([Fault.of(Place(str(mapping)), "replies.no-file")])
        whole = read_memory(mapping.resolve().parent, mapping.name)
    headings = dict(_pair(word, "=", "--column HEADING=COLUMN") for word in column)
    words: dict[str, dict[str, str]] = {}
    for word in means:
        name, rest = _pair(word, ":", '--means "COLUMN: WORD = MEANING"', last=False)
        text, value = _pair(rest, "=", '--means "COLUMN: WORD = MEANING"')
        words.setdefault(name, {})[text] = value
    said = dict(_pair(word, "=", "--set COLUMN=VALUE") for word in given)
    _columns_known({**headings, **dict.fromkeys(said, "")}, [*headings.values(), *words, *said])
    order = _with_order(dates.value) if dates is not None else Memory()
    return whole.and_more(Memory(headings, words, {"": said} if said else {})).and_more(order)


def _with_order(order: str) -> Memory:
    from cadre.mission_files.days import ORDERS
    from cadre.replies import Memory

    return Memory(order={"": next(known for known in ORDERS if known == order)})


def _pair(word: str, sign: str, form: str, *, last: bool = True) -> tuple[str, str]:
    """Read two words with a sign between them; quotes around the first one do not count.

    Raises
    ------
    BadInput
        Where there is no sign, or nothing beside it.
    """
    left, between, right = word.rpartition(sign) if last else word.partition(sign)
    left, right = left.strip().strip(QUOTES).strip(), right.strip().strip(QUOTES).strip()
    if not (between and left and right):
        place = Place(path=(form.split(maxsplit=1)[0],))
        raise BadInput([Fault.of(place, "replies.no-pair", word=quoted(word), form=form)])
    return left, right


def _columns_known(_: object, named: list[str]) -> None:
    """Refuse columns that there are not.

    Raises
    ------
    BadInput
        With those there are.
    """
    from cadre.messages import listed
    from cadre.replies.columns import columns

    for name in named:
        if name not in columns():
            known = listed(columns())
            raise BadInput(
                [Fault.of(Place(path=(name,)), "replies.no-column", column=quoted(name), known=known)]
            )


def _day(text: str | None) -> dt.date | None:
    """Read the day of the replies.

    Raises
    ------
    BadInput
        It is none, or may be two.
    """
    from cadre.mission_files.days import days_in

    if text is None:
        return None
    found = days_in(text)
    if len(found) == 1:
        return found[0]
    place = Place(path=("--date",))
    if found:
        both = {"first": str(found[0]), "second": str(found[-1])}
        raise BadInput([Fault.of(place, "replies.two-days", text=quoted(text), **both)])
    raise BadInput([Fault.of(place, "replies.no-day", text=quoted(text))])


# ---- what is asked on a terminal


def _order_asked(proposal: RepliesProposal, words: Catalogue) -> str | None:
    """Ask which of day and month stands first, where that is the question and somebody is there to answer."""
    from cadre.cli.replying import answer, is_asked

    unclear = [fault for fault in proposal.faults if fault.found.name == "replies.two-days.found"]
    if not unclear or not is_asked():
        return None
    values: dict[str, object] = {key: str(value) for key, value in unclear[0].found.values}
    said = answer(words.text("replies.ask-order", **values))
    if said in words.text("replies.day-words").split():
        return Dates.DAY_FIRST.value
    return Dates.MONTH_FIRST.value if said in words.text("replies.month-words").split() else None
