"""The study itself: selection, classes, trajectories, development, regressions."""
