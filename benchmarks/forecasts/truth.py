"""True rates: drawn once for a mission from the ranges that it states, as nobody knows them.

Takes the document of a mission and a random stream, gives each rate by its name. numpy's random numbers, and
the distributions as docs/model/simulation.md names them.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from statistics import NormalDist
from typing import Any

import numpy as np

from benchmarks.forecasts.missions import STARTS, Document
from benchmarks.forecasts.plans import WEEKS_A_YEAR

NORMAL = NormalDist()
NO_CLOSURES = {"per_year": 0, "weeks": 1}


def true_rates(document: Document, rng: np.random.Generator) -> dict[str, float]:
    """Return what holds in truth, by `COURSE.passes`, `SITE.opens` (a day from the first) and the like."""
    found = {name: pert(rng, of) for name, of in _stated(document)}
    for key in document["sites"]:
        found[f"{key}.opens"] = math.floor(found[f"{key}.opens"] + 0.5)
    return found | _parties(document, rng)


def _stated(document: Document) -> Iterator[tuple[str, Any]]:
    """Yield every range, or what stands in its place where a mission does not state it."""
    pool = document["recruits"]["pool"]
    yield from ((name, pool[name]) for name in ("a_year", "at_start", "leaves"))
    yield "overrun", document["money"]["overrun"]
    for key, competence in document["competences"].items():
        yield f"{key}.leaves", competence["leaves"]
        yield f"{key}.posted", competence.get("posted", 1)
    for key, site in document["sites"].items():
        yield f"{key}.opens", site.get("opens", 0)
        yield f"{key}.costs", site["costs_a_year"]
        closures = site.get("closures", NO_CLOSURES)
        yield from ((f"{key}.{name}", closures[name]) for name in ("per_year", "weeks"))
    for key, course in document["courses"].items():
        for name in ("passes", "drops_out", "repeats", "costs", "costs_a_trainee"):
            yield f"{key}.{name}", course[name]
    for key, role in document["roles"].items():
        yield f"{key}.costs", role["costs_a_year"]


def _parties(document: Document, rng: np.random.Generator) -> dict[str, float]:
    """Draw each party's own chance that a person of it comes, and how many weeks late they are."""
    common, found = document["reliability"]["parties_differ"], dict[str, float]()
    for key in document["parties"]:
        offers = [one for one in document["offers"].values() if one["party"] == key]
        if offers:
            honoured, z = pert(rng, offers[0]["honoured"]), rng.standard_normal()
            found[f"{key}.comes"] = _chance(honoured, float(z), common)
            found[f"{key}.late"] = math.floor(pert(rng, offers[0].get("late", 0)) + 0.5)
    return found


def _chance(honoured: float, z: float, common: float) -> float:
    """Return a party's chance: a probit with one factor, whose mean over parties is what is stated."""
    if honoured >= 1:
        return 1.0
    return NORMAL.cdf((NORMAL.inv_cdf(honoured) - math.sqrt(common) * z) / math.sqrt(1 - common))


def pert(rng: np.random.Generator, of: Any) -> float:
    """Draw a value from a range (least, likely, most): a beta distribution whose parameters add up to 6."""
    if not isinstance(of, dict):
        return _number(of)
    least, likely, most = (_number(of[name]) for name in ("min", "likely", "max"))
    a = 1 + 4 * (likely - least) / (most - least)
    return least + float(rng.beta(a, 6 - a)) * (most - least)


def _number(value: Any) -> float:
    return float((dt.date.fromisoformat(value) - STARTS).days if isinstance(value, str) else value)


def a_week(monthly: float) -> float:
    """Return the share that leaves in a week where `monthly` leaves in a month."""
    return float(1 - (1 - monthly) ** (12 / WEEKS_A_YEAR))
