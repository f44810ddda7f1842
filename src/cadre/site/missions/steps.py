"""Steps: which offers took on another state from one revision to the next. Nothing of Django."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class StateStep:
    """An offer and the state that it took on; an empty state where it was withdrawn."""

    offer: str
    party: str
    state: str


def steps_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[StateStep]:
    """Yield what became of offers from one document to the next; a new party makes it another offer."""
    old, new = before.get("offers", {}), after.get("offers", {})
    for key, offer in new.items():
        if _standing(old.get(key)) != _standing(offer):
            yield StateStep(key, offer["party"], offer["state"])
    for key, offer in old.items():
        if key not in new:
            yield StateStep(key, offer["party"], "")


def _standing(offer: Mapping[str, Any] | None) -> tuple[str, str] | None:
    return None if offer is None else (offer["party"], offer["state"])
