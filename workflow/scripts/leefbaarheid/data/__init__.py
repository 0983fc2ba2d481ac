"""Official files in, tidy tables out; nothing after this wing reads raw data."""
