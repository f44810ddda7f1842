"""Checks between the parts of a mission, each a generator of faults; `cadre.mission.faults` lists them."""
