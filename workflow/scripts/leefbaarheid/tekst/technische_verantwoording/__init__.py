"""The chapter on robustness: a module per check, with its table rows and sentences."""
