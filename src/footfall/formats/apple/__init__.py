"""Apple Health's export.xml: workouts, and the steps within them. Streamed, since it holds years in one file."""

from footfall.formats.apple.decode import AppleDecoder, read_stream

__all__ = ["AppleDecoder", "read_stream"]
