"""Sentences and table rows of the hand-out per theme, one module per chapter."""
