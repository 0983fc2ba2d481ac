"""The checks a scientific committee asks for: numbers, names and reason codes only."""
