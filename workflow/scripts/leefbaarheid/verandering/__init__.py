"""Two editions beside each other: what changed and, where it is knowable, why; no sentences."""
