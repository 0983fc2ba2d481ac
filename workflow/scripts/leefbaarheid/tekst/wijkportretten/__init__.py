"""Sentences of the wijkportretten: plain text, as the pages are laid out without Markdown."""
