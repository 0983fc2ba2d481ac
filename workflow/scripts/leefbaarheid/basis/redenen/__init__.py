"""Reason codes: what a result table says instead of a sentence; the words are in `tekst`."""
