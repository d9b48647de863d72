"""What is named in a report: entities, toponyms, times, counts, instruments."""
