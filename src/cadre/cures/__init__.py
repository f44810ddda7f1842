"""Cures: which single changes would close what a plan misses, each confirmed by planning again.

Takes an option and its plans; `candidates` gives changes that might help, smallest first, and `trying` plans
the mission with each. Nothing is guessed: a change that was not planned is not told.
"""
