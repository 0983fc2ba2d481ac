"""The configuration of an edition: what may stand in it, and which files it names."""
