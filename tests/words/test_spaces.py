"""French keeps its signs on the line of the word before them; what planners wrote keeps the spaces it has."""

import pytest

from cadre.words import Catalogue
from cadre.words.spaces import spaced


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("Coût\u00a0: rien", "Coût : rien"),
        ("rien\u202f; tout", "rien ; tout"),
        ("Vraiment\u202f?", "Vraiment ?"),
        ("«\u00a0bon\u00a0» à 80\u00a0%", "« bon » à 80 %"),
        ("écrivez `clé: valeur` ou :lettre", "écrivez `clé: valeur` ou :lettre"),
    ],
)
def test_french_signs_never_begin_a_line(expected: str, text: str) -> None:
    assert expected == spaced(text, "fr")


def test_other_languages_have_the_spaces_of_their_files() -> None:
    assert "Cost : none ; all" == spaced("Cost : none ; all", "en")


def test_what_is_filled_in_keeps_its_spaces() -> None:
    assert "a : b\u00a0: c ; d" == Catalogue("fr").text("common.of", whose="a : b", what="c ; d")
