"""The simulator: its truth by hand, and a small simulation."""
