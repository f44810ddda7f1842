"""Reasons: why a plan, an option or a judgement is as it is, as frozen data without words.

A reason is a class with its figures, ids and days; stages make them, and `cadre.words.reasons` says them in
a language. One file for each stage that gives reasons. Knows nothing of missions or plans.

A field is one of

- a figure: `float` or `int` marked with its unit (`Share`, `Posts`, ...);
- a thing: the id of what the mission or the study has a title for (`Capability`, `OptionId`, ...);
- a day (`datetime.date`), or text that planners wrote (`Written`);
- a word that a message chooses by: `Literal` or `bool`;
- another reason, several of them, or several things; or None, where it does not hold.
"""

from cadre.reasons.base import (
    BrokenRule,
    Capability,
    Choice,
    Competence,
    CourseId,
    Facility,
    Figure,
    Item,
    Joined,
    Lever,
    Money,
    Number,
    Offer,
    OptionId,
    Party,
    People,
    PersonWeeks,
    Points,
    Posts,
    PostWeeks,
    Project,
    Reason,
    Role,
    Seats,
    Serials,
    Share,
    Site,
    Skill,
    Thing,
    Units,
    Week,
    Weeks,
    Written,
    Years,
    figures,
    held,
    items,
    kind,
    plain,
)

__all__ = [
    "BrokenRule",
    "Capability",
    "Choice",
    "Competence",
    "CourseId",
    "Facility",
    "Figure",
    "Item",
    "Joined",
    "Lever",
    "Money",
    "Number",
    "Offer",
    "OptionId",
    "Party",
    "People",
    "PersonWeeks",
    "Points",
    "PostWeeks",
    "Posts",
    "Project",
    "Reason",
    "Role",
    "Seats",
    "Serials",
    "Share",
    "Site",
    "Skill",
    "Thing",
    "Units",
    "Week",
    "Weeks",
    "Written",
    "Years",
    "figures",
    "held",
    "items",
    "kind",
    "plain",
]
