"""A small mission folder written by hand, for tests that spoil it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.errors import BadInput
from cadre.mission_files import read_mission

MISSION = """\
cadre: 1
mission:
  title: School
  host: host
  starts: 2020-01-06
  horizon: 52 weeks
mandate:
  asks: a school for bomb disposal
  as_of: 2019-05-01
  decisions:
    - {by: ministers, on: 2019-06-01, about: which options to plan}
    - {by: summit, on: 2019-09-01, about: launch}
  open:
    size: {question: How many people?, lever: people, can_learn_by: 2019-08-01}
skills:
  disposal: {title: Bomb disposal}
recruits:
  army: {title: Soldiers, a_year: 200}
competences:
  operator: {title: Operator}
  leader: {title: Leader}
sites:
  camp:
    facilities: {classroom: 2}
    beds: 60
headquarters: camp
courses:
  basic:
    weeks: 6
    seats: {least: 6, most: 12}
    instructors: {disposal: {one_per: 4 seats}}
    uses: {classroom: 1}
    recruits: army
    grants: operator
    passes: {min: 60%, likely: 80%, max: 90%, basis: A1}
    sites: [camp]
  advanced:
    weeks: 4
    seats: {most: 10}
    instructors: {disposal: 2}
    after: basic
    grants: leader
    sites: camp
capabilities:
  team:
    made_of: {operator: 3, leader: 1}
    wanted: {2020-10-01: 4}
roles:
  trainer: {skills: disposal}
  guard: {}
support:
  guards: {role: guard, of: [instructors], one_per: 4}
commands:
  lead: {posts: {guard: 2}}
parties:
  ally: {}
levers:
  people:
    choices:
      few: {set: {ceiling: 20}}
      many: {set: {ceiling: 200}}
  command:
    choices:
      none: {}
      lead: {set: {command: lead}}
"""
LEDGER = """\
sources:
  letter: {title: The letter}
statements:
  L1: {says: They ask for a school, source: letter, attribution: official}
  A1: {says: Most pass, attribution: assumption}
"""
OFFERS = """\
id,party,role,people,begins,ends,state,honoured
first,ally,trainer,4,2020-01-06,2020-12-31,pledged,50%
"""


def write_folder(folder: Path) -> Path:
    """Write the folder as it should be."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "mission.yaml").write_text(MISSION, "utf-8")
    (folder / "ledger.yaml").write_text(LEDGER, "utf-8")
    (folder / "offers.csv").write_text(OFFERS, "utf-8")
    return folder


def said(folder: Path | str) -> list[str]:
    """Read a folder that must be refused, and give what is said."""
    with pytest.raises(BadInput) as refused:
        read_mission(folder)
    return str(refused.value).split("\n")
