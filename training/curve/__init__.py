"""Learning curve: what a small model gains from more documents of the corpus."""
