"""Judge stints from the case and plan files alone: imports nothing of the planner.

The rules: a stint lies inside its post's and its offer's window, lasts from the least to the longest
allowed, its offer has the post's skill, is at most one rank band away and does not refuse the post; a post
has one person at a time; an offer sends at most its people, each for one stint.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.checks.judged import Judged

Record = dict[str, Any]


def judge(case: Path, plan: Record) -> Judged:
    """Judge a plan `{"stints": [{"offer", "post", "start", "end"}, ...]}`; objective: priority x weeks."""
    given: Record = json.loads(case.read_text(encoding="utf-8"))
    posts, offers, stints = given["posts"], given["offers"], plan["stints"]
    unknown = [
        s for s in stints if s["post"] not in range(len(posts)) or s["offer"] not in range(len(offers))
    ]
    if unknown:
        return Judged(0, [f"no such post or offer: {stint}" for stint in unknown])
    wrong = [fault for stint in stints for fault in _alone(given, stint)]
    wrong += [*_together(stints), *_people(offers, stints)]
    worth = sum(posts[s["post"]]["priority"] * (s["end"] - s["start"]) for s in stints)
    off = sum(s["end"] - s["start"] for s in stints if posts[s["post"]]["rank"] != offers[s["offer"]]["rank"])
    return Judged(worth, wrong, {"weeks at the wrong rank": off})


def _alone(given: Record, stint: Record) -> Iterator[str]:
    post, offer = given["posts"][stint["post"]], given["offers"][stint["offer"]]
    if not post["opens"] <= stint["start"] < stint["end"] <= post["closes"]:
        yield f"outside the post's window: {stint}"
    if not offer["arrives"] <= stint["start"] < stint["end"] <= offer["leaves"]:
        yield f"outside the offer's window: {stint}"
    if not given["least_stint_weeks"] <= stint["end"] - stint["start"] <= given["longest_tour_weeks"]:
        yield f"too short or too long: {stint}"
    if post["skill"] not in offer["skills"]:
        yield f"without the skill: {stint}"
    if abs(post["rank"] - offer["rank"]) > 1:
        yield f"two rank bands away or more: {stint}"
    if stint["post"] in offer["refuses_posts"]:
        yield f"refused by the offer: {stint}"


def _together(stints: list[Record]) -> Iterator[str]:
    ordered = sorted(stints, key=lambda s: (s["post"], s["start"]))
    for one, other in pairwise(ordered):
        if one["post"] == other["post"] and other["start"] < one["end"]:
            yield f"two people in one post: {one} and {other}"


def _people(offers: list[Record], stints: list[Record]) -> Iterator[str]:
    for o, sent in sorted(Counter(stint["offer"] for stint in stints).items()):
        if sent > offers[o]["people"]:
            yield f"offer {o} has {offers[o]['people']} people and sends {sent}"
