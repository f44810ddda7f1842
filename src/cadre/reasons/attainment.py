"""What no option shown is likely to reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cadre.reasons.base import Capability, OptionId, Reason, Share, Units


@dataclass(frozen=True, slots=True)
class NearlyNoChance(Reason):
    """A target or a floor of which every option's chance is near nothing: the best one, and whose it is."""

    goal: Literal["target", "floor"]
    capability: Capability
    wanted: Units
    chance: Share
    best: OptionId
