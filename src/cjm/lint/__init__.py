"""Lint: is it a good map? Rules are functions, one a file; what is wrong comes back as findings. Values in, values out."""
