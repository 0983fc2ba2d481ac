"""The qualitative half: reading the analyses of others safely, and joining them by CBS code."""
