"""Faults that are really injected: the tests do a few of each, `make soak` does many and prints what came of it."""
