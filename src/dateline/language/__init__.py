"""The parsed report: paragraphs, sentences, syntax, quotation marks."""
