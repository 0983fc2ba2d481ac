"""Sentences and table rows of the bijlage Wijkanalyses, one module per chapter."""
