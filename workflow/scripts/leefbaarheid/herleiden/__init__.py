"""From words on a page back to the numbers, tables, code and raw lines they come from."""
