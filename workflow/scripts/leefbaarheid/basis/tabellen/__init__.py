"""The contracts of the result tables, one module per stage."""
