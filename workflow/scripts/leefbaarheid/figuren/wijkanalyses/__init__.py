"""The figures beside the wijkanalyses.

Only matplotlib, so that one edited wijkanalyse does not wait for seaborn.
"""
