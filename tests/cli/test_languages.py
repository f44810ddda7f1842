"""The command line in the language that is asked for, the mission's or the environment's."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cadre.cli import run, speaking
from cadre.cli.commands import app
from cadre.words import LANGUAGES, Catalogue
from tests.mission_files.by_hand import MISSION, write_folder

Printed = pytest.CaptureFixture[str]
COMMANDS = tuple(
    one.name or str(one.callback.__name__) for one in app.registered_commands if one.callback is not None
)
FRENCH = "  language: fr\n  host:"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "school")


def french(folder: Path, old: str = "", new: str = "") -> Path:
    """Let the mission speak French, and spoil it."""
    text = MISSION.replace("  host:", FRENCH)
    assert old in text
    (folder / "mission.yaml").write_text(text.replace(old, new) if old else text, "utf-8")
    return folder


# ---- which language


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE"}, "en"),
        ({"LANGUAGE": "de:fr", "LANG": "en_GB.UTF-8"}, "fr"),
        ({"LANGUAGE": "", "LC_ALL": "fr_CA.UTF-8", "LANG": "en_GB"}, "fr"),
        ({"LC_MESSAGES": "en_GB", "LANG": "fr_FR"}, "en"),
        ({"LC_ALL": "fr_FR@euro"}, "fr"),
    ],
)
def test_the_environment_names_a_language_as_for_other_programs(
    environment: dict[str, str], language: str
) -> None:
    assert language == speaking.of_environment(environment)


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["check", "x"], ""),
        (["check", "x", "--language", "fr"], "fr"),
        (["--language=fr", "check", "x"], "fr"),
        (["--language", "en", "check", "x", "--language", "fr"], "fr"),
        (["check", "--", "--language", "fr"], ""),
        (["check", "--language"], ""),
    ],
)
def test_the_language_asked_for_is_seen_wherever_it_stands(arguments: list[str], asked: str) -> None:
    assert asked == speaking.asked_for(arguments)


def test_faults_are_told_in_the_language_of_their_mission(school: Path, capsys: Printed) -> None:
    french(school, "beds: 60", "bed: 60")
    assert 2 == run(["check", str(school)])
    told = capsys.readouterr().err
    assert (
        "trouvé\u00a0: la clé inconnue 'bed'\u202f; doit être une clé que Cadre connaît\u202f; vouliez-vous"
        in told
    )
    assert told.endswith("cadre\u00a0: 1 erreur trouvée\n")
    assert 2 == run(["check", str(school), "--language", "en"])
    assert "found the unknown key 'bed', must be a key that Cadre knows" in capsys.readouterr().err


def test_faults_that_are_data_are_in_that_language_too(school: Path, capsys: Printed) -> None:
    french(school, "beds: 60", "bed: 60")
    assert 2 == run(["check", str(school), "--json"])
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert "doit être une clé que Cadre connaît" == fault["allowed"]


def test_a_mission_that_names_no_language_speaks_english_whatever_the_environment(
    school: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    assert 0 == run(["check", str(school)])
    assert "no fault found" in capsys.readouterr().out
    assert 2 == run(["plan", str(school), "many.leed"])
    assert "must be one of 5 options" in capsys.readouterr().err
    (school / "mission.yaml").write_text(MISSION.replace("beds: 60", "bed: 60"), "utf-8")
    assert 2 == run(["check", str(school)])
    assert "cadre: 1 fault found" in capsys.readouterr().err


def test_what_concerns_no_mission_speaks_the_language_of_the_environment(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "fr")
    assert 2 == run(["check", str(tmp_path / "gone")])
    assert "doit être un dossier de mission" in capsys.readouterr().err
    assert 0 == run(["new", str(tmp_path / "begun")])
    assert " créé. Ensuite\u00a0: modifiez " in capsys.readouterr().out
    assert 0 == run(["new", str(tmp_path / "again"), "--language", "en"])
    assert "Made " in capsys.readouterr().out


def test_what_comes_after_the_mission_was_read_is_in_its_language(school: Path, capsys: Printed) -> None:
    assert 2 == run(["plan", str(french(school)), "many.leed"])
    assert "doit être l’une des 5 options\u202f; vouliez-vous dire many.lead" in capsys.readouterr().err


def test_stages_are_told_in_the_language_of_the_mission(school: Path, capsys: Printed) -> None:
    assert 0 == run(["plan", str(french(school)), "nothing"])
    printed = capsys.readouterr()
    assert "planification (1)" in printed.err
    assert {"besoin", "personnel", "calendrier"} <= {line.split()[0] for line in printed.out.splitlines()}


# ---- help


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_page_of_help_is_made_of_messages(command: str, language: str, capsys: Printed) -> None:
    """What is left of a page without the catalogue are names of arguments, kinds of values and defaults."""
    assert 0 == run([*([command] if command else []), "--help", "--language", language])
    page = capsys.readouterr().out
    assert "help." not in page
    begins = {"en": "Usage:", "fr": "Usage\u00a0:", "ar": "Usage:"}  # Arabic has no words of the command line
    assert begins[language] == page[: page.index("cadre")].strip()


def test_help_in_french_holds_no_english_help(capsys: Printed) -> None:
    for command in ("", *COMMANDS):
        pages = {}
        for language in LANGUAGES:
            assert 0 == run([*([command] if command else []), "--help", f"--language={language}"])
            pages[language] = set(re.findall(r"[A-Z][a-z]+(?: [a-z]+){2,}", capsys.readouterr().out))
        assert set() == pages["en"] & pages["fr"]
        assert pages["en"]


def test_no_word_of_help_stands_outside_the_catalogue(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    pseudo = Catalogue("en", altered=lambda text: re.sub(r"\w", "x", text))
    monkeypatch.setattr(speaking.Speaker, "begin", lambda self, *_: setattr(self, "words", pseudo))
    for command in ("", *COMMANDS):
        assert 0 == run([*([command] if command else []), "--help"])
        lines = [
            line[:28] + re.sub(r"<[^>]*>|\[[^]]*\]", "", line[28:])
            for line in capsys.readouterr().out.split("\n")
        ]
        kept = [word for line in lines for word in re.findall(r"[a-zA-Z]{3,}(?: [a-zA-Z]{3,}){2,}", line)]
        assert [] == [words for words in kept if set(words) - set("x ")]


def test_no_argument_at_all_shows_help_in_the_language_of_the_environment(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.delenv("LANGUAGE")
    assert 2 == run([])
    assert "Commandes:" in capsys.readouterr().err


# ---- misuse


@pytest.mark.parametrize(
    ("arguments", "english", "french"),
    [
        (
            ["chek"],
            "No such command 'chek'. Did you mean 'check'",
            "Commande inconnue\u00a0: 'chek'. Vouliez-vous",
        ),
        (["zzz"], "No such command 'zzz'.", "Commande inconnue\u00a0: 'zzz'."),
        (["check"], "Missing argument 'folder'.", "Il manque l’argument 'folder'."),
        (["sweep", "x"], "Missing option '--out'.", "Il manque le paramètre '--out'."),
        (["check", "a", "b"], "Too many arguments (b)", "Arguments de trop (b)"),
        (
            ["check", "a", "--jason"],
            "No such option: --jason (Possible",
            "Paramètre inconnu\u00a0: --jason (para",
        ),
        (["check", "a", "--x"], "No such option: --x", "Paramètre inconnu\u00a0: --x"),
        (["check", "a", "--json=3"], "Option '--json' does not take a value.", "ne prend pas de valeur."),
        (["sweep", "a", "--out"], "Option '--out' requires an argument.", "demande une valeur."),
        (
            ["brief", "a", "--jobs", "0"],
            "--jobs: found '0', must be 1 or more; write a number within these bounds",
            "--jobs\u00a0: trouvé\u00a0: '0'\u202f; doit être au moins 1\u202f; écrivez",
        ),
        (
            ["sweep", "a", "--out", "b", "--sample", "all"],
            "--sample: found 'all', must be one of grid, lhs, sobol; use one of them",
            "--sample\u00a0: trouvé\u00a0: 'all'\u202f; doit être un mot parmi grid, lhs, sobol\u202f;",
        ),
        (["trace", "a"], "name a number, or a file with --prov FILE", "nommez un nombre, ou un fichier"),
    ],
)
def test_misuse_is_told_in_each_language(
    arguments: list[str], english: str, french: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for language, told, hint in (("en", english, "Try `cadre"), ("fr", french, "Essayez `cadre")):
        monkeypatch.setenv("LANGUAGE", language)
        assert 2 == run(arguments)
        printed = capsys.readouterr().err
        assert told in printed
        assert printed.endswith(f"{hint} --help`.\n")
