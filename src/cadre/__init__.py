"""Cadre plans, compares and runs long-term train-and-advise missions."""

__version__ = "0.1.0"

__all__ = ["__version__"]
