"""From templates and numbers to checked PDFs and the publication."""
