"""Sentences and table rows of the bijlage Leefbaarheidsontwikkeling, a module per chapter."""
