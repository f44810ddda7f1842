"""Naming: quantities of a mission in words, and their values as a planner would say them.

Takes a path such as `recruits.engineers.a_year`, gives `engineers for bomb disposal a year`.
"""

from __future__ import annotations

import datetime as dt

from cadre.decision.wording import amount
from cadre.mission import Mission
from cadre.mission.events import event_of

PHRASES = {
    ("recruits", "a_year"): "{} a year",
    ("recruits", "at_start"): "{} at the start",
    ("recruits", "leaves"): "{} who give up waiting",
    ("competences", "at_start"): "{} there at the start",
    ("competences", "leaves"): "loss of {}",
    ("competences", "posted"): "share posted of {}",
    ("skills", "hosts_at_start"): "host instructors at the start, {}",
    ("skills", "hosts_leave"): "loss of host instructors, {}",
    ("courses", "passes"): "share that passes, {}",
    ("courses", "drops_out"): "dropout, {}",
    ("courses", "repeats"): "share that repeats, {}",
    ("courses", "teaches_on"): "share that goes on to teach, {}",
    ("courses", "weeks"): "length of {}",
    ("courses", "one_per"): "trainees for each instructor, {}",
    ("courses", "instructors"): "what learning leaves of instructors at each doubling, {}",
    ("courses", "fails"): "what learning leaves of those who fail at each doubling, {}",
    ("courses", "costs"): "cost of a serial, {}",
    ("courses", "costs_a_trainee"): "cost of a trainee, {}",
    ("under_way", "trainees"): "people in training on the first day, {}",
    ("sites", "opens"): "opening of {}",
    ("sites", "per_year"): "closures of {} a year",
    ("sites", "weeks"): "length of closures of {}",
    ("sites", "costs_to_open"): "cost of opening {}",
    ("sites", "costs_a_year"): "yearly cost of {}",
    ("roles", "costs_a_year"): "yearly cost of a post, {}",
    ("offers", "honoured"): "chance that people of the offer {} come",
    ("offers", "late"): "lateness of the offer {}",
    ("parties", "how_many"): "number of {}",
    ("commands", "weeks_lost"): "weeks lost at a change, {}",
    ("commands", "costs_a_year"): "yearly cost, {}",
    ("events", "chance"): "chance that {}",
    ("events", "per_year"): "how often a year {}",
    ("events", "notice"): "notice given when {}",
    ("events", "weeks"): "length of the delay when {}",
    ("events", "stays"): "share of people who stay when {}",
    ("activities", "weeks"): "length of {}",
    ("activities", "costs"): "cost of {}",
}
"""By table and last key of the path; the title of the thing is put in."""
SINGLE = {
    "reliability.parties_differ": "how far parties differ in sending people",
    "hosts_teach_alone.passes": "share of the pass rate that the host reaches alone",
    "learns.instructors": "what learning leaves of instructors at each doubling",
    "learns.fails": "what learning leaves of those who fail at each doubling",
    "reliability.followed": "chance that a place is filled, or not, as in the rotation before",
}
"""Of these there is one in a mission."""
COMMON = (
    "recruits", "competences", "skills", "courses", "roles", "projects", "commands", "parties", "events",
)  # fmt: skip
"""Tables whose titles are common nouns, written small inside a phrase; sites have proper names."""


def name_of(mission: Mission, path: str) -> str:
    """Give the name of a quantity."""
    keys = path.split(".")
    if keys[0] == "pauses":
        return "pauses of the mission a year" if keys[-1] == "per_year" else "length of pauses of the mission"
    if path in SINGLE or event_of(path) is not None:
        return SINGLE.get(path) or f"whether {_title(mission, 'events', keys[1])}"
    if keys[0] == "positions":
        position = mission.positions[int(keys[1])]
        return f"how likely {_title(mission, 'parties', position.party)} insist on {position.condition}"
    if keys[0] == "projects":
        activities = mission.projects[keys[1]].activities if keys[2] == "activities" else {}
        activity = activities.get(keys[3])
        if activity is not None:
            step = activity.title or keys[3].replace("-", " ")
            named = f"{step} ({_title(mission, 'projects', keys[1])})"
            return PHRASES.get(("activities", keys[-1]), "{}").format(named)
    phrase = PHRASES.get((keys[0], keys[-1]))
    title = _title(mission, keys[0], keys[1]) if len(keys) > 1 else ""
    if phrase is None or not title:
        return " ".join(key.replace("_", " ").replace("-", " ") for key in reversed(keys[1:] or keys))
    return phrase.format(title) + _with_others(mission, path)


def _with_others(mission: Mission, path: str) -> str:
    """Name the party whose other offers a quantity stands for, where there are any that are uncertain."""
    uncertain = (p for p, quantity in mission.quantities.items() if not quantity.is_known and p != path)
    if mission.luck_of(path) not in map(mission.luck_of, uncertain):
        return ""
    party = mission.offers[path.split(".")[1]].party
    return f", with the other offers of {_title(mission, 'parties', party)}"


def _title(mission: Mission, kind: str, key: str) -> str:
    table = getattr(mission, kind, {})
    title = mission.title_of(kind, key) if key in table else key.replace("-", " ")
    is_word = kind in COMMON and not title[1:2].isupper()
    return title[:1].lower() + title[1:] if is_word else title


def value_in_words(value: float, unit: str, currency: str) -> str:
    """Say a value of a quantity: `64 %`, `1 June 2019`, `540`, `12 weeks`, `EUR 2.0 M`."""
    if unit == "date":
        day = dt.date.fromordinal(round(value))
        return f"{day.day} {day:%B %Y}"
    if unit.startswith("share"):
        share = 100 * value
        words = f"{share:.0f} %" if share >= 10 else f"{share:.2g} %"  # noqa: PLR2004  (two digits are enough)
        return words + unit.removeprefix("share")
    if unit == "money":
        return amount(value, currency)
    if unit == "weeks":
        return f"{value:.3g} weeks"
    if unit == "times a year":
        return f"{value:.2g} times"
    return f"{value:,.0f}" if abs(value) >= 10 else f"{value:.2g}"  # noqa: PLR2004  (two digits are enough)
