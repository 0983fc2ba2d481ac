"""Zoek uw wijk: the publication as a folder of pages that open anywhere."""
