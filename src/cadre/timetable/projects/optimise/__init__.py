"""Plan activities with a solver beside the search over orders."""
