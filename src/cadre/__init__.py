"""Cadre plans, compares and runs long-term train-and-advise missions.

>>> from cadre import read_mission, run_study, write_brief
>>> study = run_study(read_mission("missions/iraq-2018"))
>>> write_brief(study, "out/iraq-2018")

Names are imported when they are first used, so that `import cadre` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from cadre.messages import let_speak

if TYPE_CHECKING:
    from cadre.brief import write_brief as write_brief
    from cadre.errors import BadInput as BadInput
    from cadre.errors import CadreError as CadreError
    from cadre.mission import Mission as Mission
    from cadre.mission_files import read_mission as read_mission
    from cadre.mission_files import write_mission as write_mission
    from cadre.options import Option as Option
    from cadre.pipeline import Settings as Settings
    from cadre.pipeline.studying import run_study as run_study
    from cadre.study import Study as Study

__version__ = "0.1.0"

_ROOMS = {
    "BadInput": "cadre.errors",
    "CadreError": "cadre.errors",
    "Mission": "cadre.mission",
    "Option": "cadre.options",
    "Settings": "cadre.pipeline",
    "Study": "cadre.study",
    "read_mission": "cadre.mission_files",
    "run_study": "cadre.pipeline.studying",
    "write_brief": "cadre.brief",
    "write_mission": "cadre.mission_files",
}

__all__ = [
    "BadInput",
    "CadreError",
    "Mission",
    "Option",
    "Settings",
    "Study",
    "__version__",
    "read_mission",
    "run_study",
    "write_brief",
    "write_mission",
]


def _in_english(thing: object) -> str:
    """Say a fault or an error in English; words are imported where somebody asks for them."""
    said: str = import_module("cadre.words.saying").english(thing)
    return said


let_speak(_in_english)


def __getattr__(name: str) -> Any:
    """Import a public name from its room on first use."""
    if name not in _ROOMS:
        raise AttributeError(f"module 'cadre' has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    """List the public names."""
    return sorted(__all__)
