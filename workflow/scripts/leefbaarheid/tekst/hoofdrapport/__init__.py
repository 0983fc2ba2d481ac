"""Sentences and table rows of the hoofdrapport, a module per chapter."""
