"""Warnings between the parts of a mission, each a generator; `cadre.mission.warnings` lists them."""
