"""The pipeline: from a mission to a study, stage after stage.

`studying` knows their order; `planning` plans options, `playing` plays them; `settings` say how. The face
holds the settings alone, so that asking for them loads no solver.
"""

from cadre.pipeline.settings import Progress, Settings, Silent, versions

__all__ = ["Progress", "Settings", "Silent", "versions"]
