"""The figures: house style, shared parts, and what each chapter shows."""
