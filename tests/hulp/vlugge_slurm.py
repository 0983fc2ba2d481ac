"""Snakemake with the plugin for Slurm, which looks every half second whether a job is done.

The plugin looks less and less often, ten seconds later each time: right for jobs of hours, and
minutes lost in tests with jobs of seconds. Nothing else about it is changed.
"""

from __future__ import annotations

import sys

from snakemake.cli import main
from snakemake_executor_plugin_slurm import Executor

Executor.next_seconds_between_status_checks = property(lambda zelf: 0.5, lambda zelf, waarde: None)

if __name__ == "__main__":
    main(sys.argv[1:])
