"""The checks of the data quality report, by subject; each gives rows of one table."""
