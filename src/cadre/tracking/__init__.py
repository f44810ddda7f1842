"""Tracking: the running mission: what happened as people report it, where it stands, what it now forecasts.

`records` is what can be reported, `reading` reads it and `recording` adds to it, `form` is the workbook to
report with; `checks` finds what contradicts itself, `holding` says which records hold.
"""
