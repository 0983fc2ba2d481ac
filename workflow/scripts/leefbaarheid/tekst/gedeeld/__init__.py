"""What several documents or chapters write in the same words."""
