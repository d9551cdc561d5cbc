"""TCX: Garmin's training files, with laps and treadmill runs."""

from footfall.formats.tcx.decode import TcxDecoder

__all__ = ["TcxDecoder"]
