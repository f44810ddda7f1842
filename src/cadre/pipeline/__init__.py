"""The pipeline: from a mission to a study, stage after stage.

`studying` knows their order; `planning` plans options, `playing` plays them; `settings` say how.
"""

from cadre.pipeline.planning import achieve, achieve_from, limits_hit, plan_option, plan_options
from cadre.pipeline.playing import replay_options, simulate_options
from cadre.pipeline.settings import Progress, Settings, Silent, versions
from cadre.pipeline.studying import compare_options, run_study

__all__ = [
    "Progress",
    "Settings",
    "Silent",
    "achieve",
    "achieve_from",
    "compare_options",
    "limits_hit",
    "plan_option",
    "plan_options",
    "replay_options",
    "run_study",
    "simulate_options",
    "versions",
]
