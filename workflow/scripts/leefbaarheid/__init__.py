"""Library of the pipeline: pure functions on DataFrames, without Snakemake.

Every module has one theme and imports only what that theme needs, so that light rules stay light.
"""
