"""FIT: what watches write. Read front to back: header, scan, parts, columns, samples, recording, decode."""

from footfall.formats.fit.decode import FitDecoder

__all__ = ["FitDecoder"]
