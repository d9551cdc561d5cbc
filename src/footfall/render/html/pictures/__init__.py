"""The pictures of the report, one per file."""
