"""Sentences and table rows of the document Wat is er veranderd, a module per chapter."""
