"""How a search that stopped far from its bound is told: the same words in the terminal and in the brief.

Takes results, gives words; they are true of `Result.left_open`, a share of the plan's own objective.
"""

from __future__ import annotations

from cadre.solving import Result


def lower(result: Result) -> str:
    """Say how far the bound lies below the plan: `bound 44 % lower`."""
    return f"bound {100 * result.left_open:.0f} % lower"


def stopped(result: Result) -> str:
    """Say in few words that a search stopped far from its bound, nothing where it did not."""
    return f"search stopped, {lower(result)}" if result.is_far else ""


def what_helps(result: Result) -> str:
    """Name what may find a better plan: seconds where they ended the search, else more work."""
    return "more seconds (--seconds)" if result.by_seconds else "more work (--effort)"


def said_first(result: Result) -> str:
    """Say before any other reason that a search stopped far from its bound, nothing where it did not."""
    if not result.is_far:
        return ""
    part = "up to so much of what the plan misses may be the search's"
    return f"The search stopped, its {lower(result)}: {part}; {what_helps(result)} may find more."
