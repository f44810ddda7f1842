"""The programme stage: what an option would hold and need."""
