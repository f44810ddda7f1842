"""In which language the command line speaks: the one asked for, else the mission's, else the environment's.

`--language` decides wherever it stands. What concerns a mission is in its language (`mission.language`) where
nobody asks for another. Help, and commands without a mission, go by the environment as other programs do: the
first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set, English where it names none of ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cadre.errors import BadInput, Fault, Place
from cadre.messages import listed, quoted
from cadre.words import LANGUAGES, Catalogue, Language, has_area
from cadre.words.languages import SOURCE

OPTION = "--language"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that name a language, the first that is set decides (as for gettext)."""


class Speaker:
    """Holds the language of one command; it may become known while the command runs."""

    def __init__(self) -> None:
        self.words = Catalogue()
        self._asked = False

    def begin(self, arguments: Sequence[str], environment: Mapping[str, str]) -> None:
        """Choose by the words of a command, else by the environment."""
        asked = _known(asked_for(arguments))
        self._asked = asked is not None
        self.words = Catalogue(spoken(asked or of_environment(environment)))

    def of_mission(self, language: str) -> Catalogue:
        """Speak the language of a mission, where one is known, unless another is asked for."""
        if language and not self._asked:
            self.words = Catalogue(spoken(_known(language) or SOURCE))
        return self.words


SPEAKER = Speaker()
"""Of the command that runs."""


def words() -> Catalogue:
    """Return the catalogue of the language that is spoken now."""
    return SPEAKER.words


def asked_for(arguments: Sequence[str]) -> str:
    """Return what stands after `--language`, the last time it does; `""` where it does not."""
    asked = ""
    for place, word in enumerate(arguments):
        name, equals, value = word.partition("=")
        if word == "--":
            break
        if name == OPTION:
            asked = value if equals else "".join(arguments[place + 1 : place + 2])
    return asked


def of_environment(environment: Mapping[str, str]) -> Language:
    """Return the language that the environment names: of its list the first that we have, else English."""
    named = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    codes = (name.partition(".")[0].partition("_")[0].lower() for name in named.split(":"))
    return next((language for code in codes if (language := _known(code)) is not None), SOURCE)


def spoken(language: Language) -> Language:
    """Return the language that the command line speaks for one: English where it has none of its words."""
    return language if has_area(language, "cli") else SOURCE


def checked(language: str | None) -> None:
    """Refuse a language that is asked for and that no catalogue has.

    Raises
    ------
    BadInput
        With those there are.
    """
    if language is not None and _known(language) is None:
        place, known = Place(path=(OPTION,)), listed(LANGUAGES)
        raise BadInput([Fault.of(place, "cli.no-language", language=quoted(language), known=known)])


def _known(language: str) -> Language | None:
    return next((known for known in LANGUAGES if known == language), None)
