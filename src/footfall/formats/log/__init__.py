"""Logs of runs: typed tables, and what Strava and Garmin write about all activities of an account."""

from footfall.formats.log.decode import LogDecoder, is_workbook

__all__ = ["LogDecoder", "is_workbook"]
