"""Studies: queued, made by workers, told while they run; their briefs and who may read them."""
