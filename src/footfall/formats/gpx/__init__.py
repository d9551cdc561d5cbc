"""GPX 1.0 and 1.1: what apps exchange. Our stream, and gpxpy for what it declines."""

from footfall.formats.gpx.decode import GpxDecoder

__all__ = ["GpxDecoder"]
