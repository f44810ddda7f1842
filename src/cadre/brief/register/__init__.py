"""The register: every number of a brief, once, with an id that leads to where it comes from; by stage."""
