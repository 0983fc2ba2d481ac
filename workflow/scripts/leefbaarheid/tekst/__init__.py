"""Every Dutch sentence, label and table row of the documents; reads result tables only."""
