"""The figures of the chapter Robuustheid; they draw result tables and compute nothing."""
