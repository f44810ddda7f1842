"""Messages are data, and become words at the very end, as their language writes lists, numbers and days."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest

from cadre.errors import BadInput, Fault, InfeasibleMission, Place, Stopped
from cadre.messages import Message, as_written, fault_text, listed, message
from cadre.mission.base import did_you_mean, shown
from cadre.mission.units import UNITS
from cadre.words import Catalogue
from cadre.words.saying import of_error, said
from cadre.words.saying import told as line_of

ENGLISH, FRENCH = Catalogue("en"), Catalogue("fr")
SMALL = Fault.of(
    Place("mission.yaml", 3, 7, path=("sites",)), "parts.negative-weight", number=-0.5, criterion="cost"
)


def test_a_fault_is_one_line_in_each_language() -> None:
    place = "mission.yaml:3:7: sites"
    assert f"{place}: found -0.5 for cost, must be 0 or more; correct it" == line_of(SMALL, ENGLISH)
    assert (
        f"{place}\u00a0: trouvé\u00a0: -0,5 pour cost\u202f; doit être au moins 0\u202f; corrigez-le"
        == line_of(SMALL, FRENCH)
    )
    assert line_of(SMALL, ENGLISH) == str(SMALL)


def test_without_a_place_or_a_cure_nothing_stands_for_them() -> None:
    fault = Fault.of(Place(), "study-faults.too-few", value="0", least=2)
    assert "found 0, must be 2 or more" == str(fault)
    assert "trouvé\u00a0: 0\u202f; doit être au moins 2" == line_of(fault, FRENCH)


def test_faults_are_data_that_can_be_compared_sorted_and_sent_to_another_process() -> None:
    other = Fault.of(SMALL.where, "parts.negative-weight", number=-1.0, criterion="cost")
    bad = BadInput([SMALL, other, SMALL], "fr")
    assert 2 == len(bad.faults)
    assert bad.faults == BadInput([other, SMALL]).faults
    assert bad.faults == pickle.loads(pickle.dumps(bad)).faults
    assert hash(SMALL) == hash(pickle.loads(pickle.dumps(SMALL)))
    with pytest.raises(AttributeError):
        SMALL.found.name = "other"  # type: ignore[misc]


def test_the_values_of_a_message_are_the_same_in_any_order() -> None:
    assert message("checks.pair-again.found", one="a", other="b") == message(
        "checks.pair-again.found", other="b", one="a"
    )


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (12_345, "12,345 to x", "de 12 345 à x"),
        (1234.5678, "1234.57 to x", "de 1234,57 à x"),
        (dt.date(2020, 1, 6), "2020-01-06 to x", "de 2020-01-06 à x"),
        ("1,5 {a} <b>", "1,5 {a} <b> to x", "de 1,5 {a} <b> à x"),
        (listed(["a", "b", "c"]), "a, b, c to x", "de a, b, c à x"),
        (listed(["a", "b", "c"], "and"), "a, b and c to x", "de a, b et c à x"),
        (listed(["a", "b"], "or"), "a or b to x", "de a ou b à x"),
        (listed(["a", message("faults.nothing")], "semicolon"), "a; nothing to x", "de a ; rien à x"),
    ],
)
def test_what_stands_in_a_message_is_written_as_the_language_writes_it(
    content: object, english: str, french: str
) -> None:
    both = message("common.from-to", low=content, high="x")  # type: ignore[arg-type]
    assert (english, french) == (said(both, ENGLISH), said(both, FRENCH).replace("\u202f", " "))


def test_plurals_follow_the_number() -> None:
    told_of = {n: said(fault_text("parts.weeks-unlike-phases", weeks=n, total=9).found) for n in (0, 1, 2)}
    assert {0: "0 weeks", 1: "1 week", 2: "2 weeks"} == told_of


def test_a_value_is_shown_by_what_it_is() -> None:
    values: tuple[object, ...] = (None, {}, [1], True, "a b", 2.5)
    shown_as = [shown(value) for value in values]
    texts = [said(one) if isinstance(one, Message) else one for one in shown_as]
    assert ["nothing", "a mapping", "a list", "yes", "'a b'", "2.5"] == texts


def test_a_word_that_is_not_known_gets_the_nearest_or_the_first_few() -> None:
    assert "did you mean 'beds'?" == said(did_you_mean("bed", ["beds", "sites"]))
    assert "vouliez-vous dire 'beds'\u202f?" == said(did_you_mean("bed", ["beds", "sites"]), FRENCH)
    assert "use one of beds, sites" == said(did_you_mean("x", ["beds", "sites"]))
    assert "use one of a, b, c, d, e, f, g, h, ..." == said(did_you_mean("xyz", "abcdefghi"))
    assert "remove it" == said(did_you_mean("x", []))


@pytest.mark.parametrize("unit", UNITS)
def test_the_help_of_a_unit_says_what_its_faults_say(unit: str) -> None:
    assert UNITS[unit].help == said(message(f"fields.unit-{unit.replace(' ', '-')}"))


def test_errors_that_hold_no_fault_speak_as_well() -> None:
    assert "cadre" not in of_error(Stopped())
    stopped = Stopped(message("cli.cases-kept", count=1))
    assert "1 finished case is kept, the same command goes on from there" == str(stopped)
    french = "1 cas terminé est conservé, la même commande reprend à partir de là"
    assert french == of_error(stopped, FRENCH)
    assert "as it is" == str(InfeasibleMission("as it is"))
    assert "as it is" == said(as_written("as it is"), FRENCH)
