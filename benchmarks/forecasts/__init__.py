"""Forecasts of running missions, scored against a truth that a program of its own lives through.

`missions` draws small missions, `plans` plans them by hand, `life` lives one of them with true rates
(`truth`) and people who come or not (`arrivals`), `reports` writes what happened as records, `judging`
forecasts from these records at six days and scores, `reweighting` is the plain comparison, `summary` adds up,
`__main__` runs and keeps.
"""
