"""Footfalls and lumbar load from sports-watch files, beside a pain diary. Public names live in `footfall.api`."""
