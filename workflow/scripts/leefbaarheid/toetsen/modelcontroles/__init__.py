"""The checks on the regressions, a module per check; `toetsen.controles` runs them."""
