"""What quantities, details to be learnt and titles inside a sentence are called.

Takes the path of a quantity, such as `recruits.engineers.a_year`, or the id of something that could be
learnt, gives its name in a language: `engineers for bomb disposal a year`.
"""

from __future__ import annotations

from cadre.mission import Mission
from cadre.mission.events import event_of
from cadre.words.catalogue import Catalogue
from cadre.words.conditions import condition_in_words
from cadre.words.criteria import title_of
from cadre.words.formats import Formats

COMMON = (
    "recruits", "competences", "skills", "courses", "roles", "projects", "commands", "parties", "events",
)  # fmt: skip
"""Tables whose titles are common nouns, written small inside a phrase; sites have proper names."""


def inside(title: str) -> str:
    """Return a title as it stands inside a sentence: it begins small, unless with an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def quantity_name(mission: Mission, path: str, formats: Formats) -> str:
    """Return the name of a quantity, or of what settles whether an event happens."""
    keys, text = path.split("."), formats.catalogue.text
    single = f"quantities.{_hyphened('-'.join(keys))}"
    event = event_of(path)
    if event is not None:
        return text("quantities.whether", event=_title(mission, "events", event))
    if keys[0] == "positions":
        return _position(mission, int(keys[1]), formats)
    if keys[0] == "projects" and (activity := _activity(mission, keys)):
        step = text("quantities.step", step=activity, project=_title(mission, "projects", keys[1]))
        return _phrase("activities", keys[-1], step, formats) or step
    titled = _titled(mission, keys)
    phrase = _phrase(keys[0], keys[-1], titled, formats) if titled else ""
    if phrase:
        return _with_others(mission, path, phrase, formats)
    if formats.catalogue.has(single):
        return text(single)
    return " ".join(_words(key) for key in reversed(keys[1:] or keys))


def criterion_title(mission: Mission, criterion: str, formats: Formats) -> str:
    """Return what a criterion is called in a mission."""
    return title_of(criterion, formats, mission.years_beyond_exit)


def detail_name(mission: Mission, detail: str, formats: Formats) -> str:
    """Return what would be learnt: a question, a quantity, a group of them, what a party insists on."""
    kind, _, rest = detail.partition(":")
    if detail in mission.mandate.open:
        return mission.mandate.open[detail].question
    if kind == "quantity":
        return quantity_name(mission, rest, formats)
    if kind == "party":
        return formats.catalogue.text("quantities.party", party=mission.title_of("parties", rest))
    name = f"quantities.{_hyphened(kind)}{f'-{rest}' if rest else ''}"
    return formats.catalogue.text(name) if formats.catalogue.has(name) else detail


def _phrase(table: str, key: str, title: str, formats: Formats) -> str:
    """Return the phrase of a table and the last key of a path, empty where there is none."""
    name = f"quantities.{_hyphened(table)}-{_hyphened(key)}"
    return formats.catalogue.text(name, title=title) if formats.catalogue.has(name) else ""


def _titled(mission: Mission, keys: list[str]) -> str:
    """Return the title of the thing that a path leads to, empty where it leads to none."""
    titled = len(keys) > len(("table", "key")) or keys[0] == "commands"
    return _title(mission, keys[0], keys[1]) if titled and len(keys) > 1 else ""


def _position(mission: Mission, place: int, formats: Formats) -> str:
    position = mission.positions[place]
    party, condition = _title(mission, "parties", position.party), position.condition
    return formats.catalogue.text(
        "quantities.insist", party=party, condition=condition_in_words(condition, formats)
    )


def _activity(mission: Mission, keys: list[str]) -> str:
    """Return the title of the activity of a project that a path leads to, empty where it leads to none."""
    activities = mission.projects[keys[1]].activities if keys[2] == "activities" else {}
    activity = activities.get(keys[3]) if activities else None
    return (activity.title or _words(keys[3])) if activity is not None else ""


def _with_others(mission: Mission, path: str, phrase: str, formats: Formats) -> str:
    """Name the party whose other offers a quantity stands for, where there are any that are uncertain."""
    uncertain = (p for p, quantity in mission.quantities.items() if not quantity.is_known and p != path)
    if mission.luck_of(path) not in map(mission.luck_of, uncertain):
        return phrase
    party = _title(mission, "parties", mission.offers[path.split(".")[1]].party)
    return formats.catalogue.text("quantities.with-others", phrase=phrase, party=party)


def _title(mission: Mission, table: str, key: str) -> str:
    title = mission.title_of(table, key) if key in getattr(mission, table, {}) else _words(key)
    return inside(title) if table in COMMON else title


def _words(key: str) -> str:
    return key.replace("_", " ").replace("-", " ")


def _hyphened(key: str) -> str:
    return key.replace("_", "-")


def named(words: Catalogue, kind: str, value: str) -> str:
    """Return the word for one of a fixed list of values; a value that has none as it is."""
    name = f"sheets.{kind}-{value.replace(' ', '-')}"
    return words.text(name) if words.has(name) else value
