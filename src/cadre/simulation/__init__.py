"""The simulation stage: the future played many times."""
