"""For a reviewer: is a publication what its manifest says, and do its numbers come out again?"""
