"""Statistics that know nothing of runs: functions on arrays, each held to a known answer and a second implementation."""
