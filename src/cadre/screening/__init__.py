"""Screening: from all options that levers and rules allow to the few that truly differ."""
