"""Arrays to numbers, in three steps: measure (one file), calibrate (one athlete), express (numbers with intervals)."""
