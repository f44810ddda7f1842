"""Reasons: every kind has a message in every language, its figures are found, its fields are shown."""

from __future__ import annotations

import datetime as dt
import pkgutil
from importlib import import_module
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

from cadre import reasons
from cadre.reasons import BrokenRule, Reason, figures, items, kind, plain
from cadre.reasons.base import from_plain
from cadre.reasons.older import AsWritten
from cadre.reasons.programme import LimitBinds, TargetMissed
from cadre.words import LANGUAGES, Catalogue, Formats, Language, Text
from cadre.words.reasons import in_words, said
from tests.words.messages import choices, variables

DAY = dt.date(2019, 1, 1)


def every_kind() -> list[type[Reason]]:
    """Return the kinds as their modules hold them: of a class with slots another stays for a while."""
    modules = [
        import_module(f"cadre.reasons.{found.name}") for found in pkgutil.iter_modules(reasons.__path__)
    ]
    known = [one for one in _below(Reason) if any(vars(m).get(one.__name__) is one for m in modules)]
    return sorted(known, key=lambda one: f"{one.__module__}.{one.__name__}")


def _below(one: type[Reason]) -> list[type[Reason]]:
    """Return the kinds below a class, without classes that only have kinds below them."""
    below = one.__subclasses__()
    return [
        leaf for sub in below for leaf in ([*_below(sub)] or [sub]) if hasattr(leaf, "__dataclass_fields__")
    ]


def made(of: type[Reason]) -> Reason:
    """Return a reason of a kind with something in every field."""
    hints = get_type_hints(of)
    return of(**{name: _something(hints[name]) for name in hints if name != "__slots__"})


def _something(hint: Any) -> Any:
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if get_origin(hint) is tuple:
        return (_something(get_args(hint)[0]),) * 2
    if get_args(hint):  # an optional
        return _something(get_args(hint)[0])
    known: dict[Any, Any] = {str: "a-thing", float: 2.5, int: 3, bool: True, dt.date: DAY}
    if hint in known:
        return known[hint]
    return LimitBinds("time") if hint is Reason else made(_below(hint)[0] if _below(hint) else hint)


class Marks:
    """Shows figures and titles as marks."""

    def figure(self, path: str, value: float, unit: str) -> str:
        return f"[{path}={value:g} {unit}]"

    def title(self, table: str, key: str) -> str:
        return f"<{table}:{key}>"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", every_kind(), ids=lambda c: c.__name__)
def test_every_kind_can_be_said_in_every_language(of: type[Reason], language: Language) -> None:
    formats = Formats(Catalogue(language), "EUR")
    reason = made(of)
    text = in_words(reason, formats, Marks())
    assert text.strip()
    assert all(isinstance(piece, Text | str) for piece in said(reason, formats, Marks()))
    assert all(isinstance(piece, Text | str) for piece in said(reason, formats, Marks()))
    shown = [path for path, _, _ in figures(reason)]
    assert [path for path in shown if f"[{path}=" in text] == shown, text


@pytest.mark.parametrize("of", every_kind(), ids=lambda c: c.__name__)
def test_a_message_names_nothing_but_fields_and_every_field_is_said(of: type[Reason]) -> None:
    own = kind(of)
    area, _, name = own.partition(".")
    named = variables("en", f"reasons-{area}")[f"reasons-{area}.{name}"]
    fields = {item.name.replace("_", "-") for item in items(made(of))}
    assert fields - {"unit"} <= named <= fields


@pytest.mark.parametrize("of", every_kind(), ids=lambda c: c.__name__)
def test_every_figure_that_a_brief_may_give_has_a_label_that_names_nothing_but_fields(
    of: type[Reason],
) -> None:
    area, _, name = kind(of).partition(".")
    head, fields = f"reasons-{area}.{name}.", [*items(made(of))]
    labels = {key: named for key, named in variables("en", f"reasons-{area}").items() if key.startswith(head)}
    cited = () if issubclass(of, BrokenRule) else (item for item in fields if item.unit is not None)
    assert {head + item.name.replace("_", "-") for item in cited} == labels.keys()
    assert set().union(*labels.values()) <= {item.name.replace("_", "-") for item in fields}


def test_figures_of_a_reason_inside_a_reason_have_paths_and_units() -> None:
    inner = TargetMissed("teams", DAY, 2.0, 5.0, (LimitBinds("time"),))
    outer = TargetMissed("squads", DAY, 1.0, 4.0, (LimitBinds("seats"), inner))
    assert list(figures(outer)) == [
        ("reached", 1.0, "units"),
        ("wanted", 4.0, "units"),
        ("why.2.reached", 2.0, "units"),
        ("why.2.wanted", 5.0, "units"),
    ]


def test_reasons_inside_a_reason_are_said_in_turn() -> None:
    reason = TargetMissed("teams", DAY, 2.0, 5.0, (LimitBinds("time"), LimitBinds("seats")))
    assert in_words(reason, Formats(Catalogue()), Marks()) == (
        "<capabilities:teams> by 1 Jan 2019: [reached=2 units] of [wanted=5 units]; "
        "time binds: the courses, one after the other, take longer; "
        "seats bind: with a room for every serial more could be reached"
    )


def test_what_is_shown_stays_what_it_is_among_the_words() -> None:
    thing = object()

    class Things(Marks):
        def figure(self, path: str, value: float, unit: str) -> object:  # type: ignore[override]
            return thing

    pieces = said(TargetMissed("teams", DAY, 2.0, 5.0, ()), Formats(Catalogue()), Things())
    assert pieces.count(thing) == 2
    assert all(isinstance(piece, Text | str) or piece is thing for piece in pieces)


def test_a_reason_is_plain_data_for_files() -> None:
    assert plain(TargetMissed("teams", DAY, 2.0, 5.0, (LimitBinds("time"),))) == {
        "kind": "programme.target-missed",
        "capability": "teams",
        "day": "2019-01-01",
        "reached": 2.0,
        "wanted": 5.0,
        "why": [{"kind": "programme.limit-binds", "limit": "time"}],
    }


@pytest.mark.parametrize("of", every_kind(), ids=lambda c: c.__name__)
def test_every_kind_comes_back_from_a_file_as_it_was(of: type[Reason]) -> None:
    reason, held = made(of), TypeAdapter(Reason)
    assert held.validate_json(held.dump_json(reason)) == reason
    assert from_plain(plain(reason) | {"text": "what it said"}) == reason


def test_a_sentence_of_an_older_file_is_read_as_it_is() -> None:
    assert from_plain("offer withdrawn") == AsWritten("offer withdrawn")


@pytest.mark.parametrize(
    "data", [{"kind": "programme.unheard-of"}, {"kind": "nowhere.at-all"}, {"kind": "older.as-written"}, 3]
)
def test_what_is_no_reason_is_refused(data: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Reason).validate_python(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unit_of_a_figure_has_a_word(language: Language) -> None:
    units = {unit for of in every_kind() for _, _, unit in figures(made(of))}
    words = Catalogue(language)
    assert [] == [unit for unit in units if not words.has(f"sheets.unit-{unit.replace(' ', '-')}")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", every_kind(), ids=lambda c: c.__name__)
def test_a_message_that_chooses_by_a_word_knows_every_word_and_no_other(
    of: type[Reason], language: Language
) -> None:
    area, _, name = kind(of).partition(".")
    chosen = choices(language, f"reasons-{area}")[f"reasons-{area}.{name}"]
    for field, hint in get_type_hints(of).items():
        if get_origin(hint) is Literal and field.replace("_", "-") in chosen:
            values = {value.replace("_", "-").replace(" ", "-") for value in get_args(hint)}
            named = chosen[field.replace("_", "-")]
            assert named - {"other"} <= values, field  # no variant that nothing reaches
            assert "other" in named or named == values, field  # no value that falls to another's words
