"""Help and misuse in words: what the parser of arguments prints, by the one catalogue.

In the source, the help of a command or an argument is the name of its message. It becomes words when a page
of help is shown, so that no other command reads the catalogue for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any

import typer.core
from pydantic import ValidationError
from typer.exceptions import TyperException

from cadre.cli.speaking import words
from cadre.errors import CadreError
from cadre.messages import FaultText, Message, as_written, fault_text, listed, message, quoted
from cadre.mission.base import shown
from cadre.mission.wording import worded

_LIBRARY = {
    "Arguments": "help.arguments",
    "Options": "help.options",
    "Commands": "help.commands",
    "required": "help.required",
    "default: {default}": "help.default",
}
"""What the library itself puts into a page of help, and our message for it."""


class Misused(CadreError):
    """Words of a command that the parser cannot understand; says which, and how to correct them."""

    def __init__(self, said: Message) -> None:
        self.said = said
        super().__init__(said)


class SpokenCommand(typer.core.TyperCommand):
    """A command whose help is made of messages."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Put the names of messages into words, then write the page."""
        _put_into_words(self, ctx)
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is called."""
        _write_usage(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; those that are too many are told by us."""
        ctx.allow_extra_args = True
        with _misused_options(self):
            rest: list[str] = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Misused(message("cli.too-many-arguments", arguments=" ".join(rest)))
        return rest


class Group(typer.core.TyperGroup):
    """All commands, whose help is made of messages."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Put the names of messages into words, then write the page."""
        _put_into_words(self, ctx)
        for command in self.commands.values():
            command.help = _in_words(command.help)
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the program is called."""
        self.subcommand_metavar = words().text("help.metavar-command")
        _write_usage(self, ctx, formatter)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options that stand before a command."""
        with _misused_options(self):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command; one that is not there is told with those most like it."""
        name = args[0]
        if name in self.commands or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(name, self.commands)
        if not near:
            raise Misused(message("cli.no-command", command=quoted(name)))
        raise Misused(message("cli.no-command-but", command=quoted(name), near=listed(map(quoted, near))))


@contextmanager
def _misused_options(command: typer.core.TyperCommand | typer.core.TyperGroup) -> Iterator[None]:
    """Tell of an option of a command that has a value and takes none, or has none and needs one."""
    try:
        yield
    except TyperException as error:
        option = getattr(error, "option_name", "")
        if type(error).__name__ != "BadOptionUsage":
            raise
        flags = [name for one in command.params if getattr(one, "is_flag", False) for name in one.opts]
        kind = "cli.option-takes-no-value" if option in flags else "cli.option-needs-value"
        raise Misused(message(kind, option=quoted(option))) from None


def _put_into_words(command: typer.core.TyperCommand | typer.core.TyperGroup, ctx: Any) -> None:
    command.help = _in_words(command.help)
    parameters: list[Any] = list(command.get_params(ctx))
    for parameter in parameters:
        own = parameter.name == "help" and "--help" in parameter.opts
        parameter.help = words().text("help.help") if own else _in_words(parameter.help)


def _in_words(help_text: str | None) -> str | None:
    """Return the words of a help text; one that was put into words already stays."""
    return words().text(help_text) if help_text and help_text.startswith("help.") else help_text


def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    command.options_metavar = words().text("help.metavar-options")
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{words().text('help.usage')} ")


def _of_library(text: str) -> str:
    """Return our words for those of the library; `{default}` in them is filled in by the library."""
    return words().text(_LIBRARY[text], default="{default}") if text in _LIBRARY else text


typer.core._ = _of_library  # type: ignore[assignment,attr-defined]  # its words for gettext


# ---- what the parser refuses


def misuse(error: Any) -> Misused:
    """Return what the parser refuses as a message of ours."""
    return Misused(_REFUSED.get(type(error).__name__, _other)(error))


def _missing(error: Any) -> Message:
    kind = "cli.missing-option" if error.param.param_type_name == "option" else "cli.missing-argument"
    return message(kind, name=error.param.get_error_hint())


def _no_option(error: Any) -> Message:
    if not error.possibilities:
        return message("cli.no-such-option", option=error.option_name)
    possible = listed(sorted(error.possibilities))
    return message("cli.no-such-option-but", option=error.option_name, possible=possible)


def _bad_value(error: Any) -> Message:
    """Return what is wrong with a value, as a fault of a file would be told."""
    if not isinstance(error.__cause__, ValidationError):
        return _other(error)
    detail = error.__cause__.errors(include_url=False)[0]
    found, allowed, cure = _misuse(detail, error.param.type_descriptor.choices)
    place = error.param.get_error_hint().strip("'")
    return message("cli.bad-value", place=place, found=found, allowed=allowed, cure=cure)


def _misuse(detail: Any, choices: tuple[Any, ...] | None) -> FaultText:
    if choices is None:
        return worded(detail, (), None)
    known = listed(str(getattr(choice, "value", choice)) for choice in choices)
    return fault_text(
        "fields.no-choice", value=shown(detail["input"]), known=known, cure=message("fields.use-one")
    )


def _other(error: Any) -> Message:
    return as_written(error.format_message())


_REFUSED: dict[str, Callable[[Any], Message]] = {
    "MissingParameter": _missing,
    "NoSuchOption": _no_option,
    "BadParameter": _bad_value,
}
"""By the names of the library's own errors."""
