"""The checks on the trajectories, a module per check; `toetsen.controles` runs them."""
