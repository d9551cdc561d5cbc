"""Simulated runners whose truth is known, to see how often the intervals hold it: `make simulate`, docs/simulation.md.

The truth is written from published numbers in `person`, `outing` and `truth`, second by second, and shares no line of code with
`footfall.metrics`. What a watch would have recorded of it (`watch`) goes through the product's own way (`product`: measure,
calibrate, express, sums, ratios), and its intervals are held against the truth (`coverage`, `page`).
"""
