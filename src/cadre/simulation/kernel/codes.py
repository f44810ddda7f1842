"""Codes of the kernel: what can happen, why a serial cannot be taught, states of a site, places of counts."""

COME, ARE_READY, GO = range(3)
"""Changes that a wave of a stint brings, `CHANGES` of them in the records."""
CLOSES, LEAVES, ARRIVES, DROPS, PASSES, REPEATS, TEACHES, POSTED, COMES = range(1, 10)
"""Events that one uniform decides, of one slot in one week."""
SITE_CLOSED, NOT_OPEN, PAUSED, AFTER_EXIT, INSTRUCTORS, TRAINEES, ROOMS = range(7)
"""Causes, in the order of `cadre.simulation.outcome.CAUSES`."""
CHANCE, HAZARD, REVIEW = range(3)
"""What decides whether an event happens."""
ENDS, DELAYS, SHRINKS = range(3)
"""What an event does."""
NOTHING = -1
"""No cause."""
NOT_YET, OPEN, CLOSED = range(3)
"""States of a site."""
HELD, LATE, THINNED, PERSON_WEEKS, EXPOSURE, PEAK, CAME, THERE, GONE, CALLED = range(10)
CALLED_OFF, BEGINS, EXITS, ENDED_BY = range(10, 14)
"""Places of the first counts of a replication."""
EPS, HALF = 1e-9, 0.5
"""What is no lack of a room or of a person, and what is rounded up."""
