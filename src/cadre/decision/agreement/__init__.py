"""Agreement by silence: how each party answers an option, whether anybody objects, what would change that."""
