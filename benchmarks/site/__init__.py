"""The site under load and under faults, on the loopback alone."""
