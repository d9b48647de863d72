"""The corpus: compiles, checks, compares, counts and shows its annotations. `python -m evaluation.corpus --help`."""
