"""The generator of the bundled, fictional example edition."""
