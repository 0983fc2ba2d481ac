"""The Dutch of the reason codes, one module per wing that gives them."""
