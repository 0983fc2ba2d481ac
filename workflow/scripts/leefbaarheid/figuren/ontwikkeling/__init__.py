"""The figures of the hoofdrapport and the bijlage Leefbaarheidsontwikkeling."""
