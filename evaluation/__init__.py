"""Quality is a test: scores on the development sets, floors, golden reports, freshness of the documentation."""
