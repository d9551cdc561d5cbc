"""The calendar of one runner: local days, outings, weeks, and which diary row answers to which run.

Called, it is the step of the interface, `footfall.api.history`: `footfall.history(runs, entries)`.
"""
