"""What is unpacked and held at most: wide of what accounts write, narrow of what attacks do. docs/cli.md tells users."""

LARGEST_BYTES = 512 * 1024 * 1024
"""A file that is held in memory, unpacked: no run of one person is larger. Archives in archives share it.  [bytes]"""
LARGEST_TEXT = "512 MB"

LARGEST_STREAM_BYTES = 8 * 1024**3
"""A file that is read piece by piece: ten years of Apple Health are 2 to 4 GB of export.xml.  [bytes]"""
LARGEST_STREAM_TEXT = "8 GB"

HIGHEST_RATIO = 200
"""Run files shrink to a tenth, repetitive ones to a fortieth. Deflate itself can do a thousand: that is a bomb."""
RATIO_COUNTS_FROM_BYTES = 16 * 1024 * 1024
"""Below this any ratio is harmless.  [bytes]"""

DEEPEST = 3
"""Archives in one another: Garmin's whole account is two deep; a mail attachment around it makes three."""
MOST_MEMBERS = 200_000
"""Files in one archive and the archives in it: forty years of three recordings a day are 44,000."""
LARGEST_DIRECTORY_BYTES = 64 * 1024 * 1024
"""The list of files at the end of a zip: MOST_MEMBERS with names of 270 letters.  [bytes]"""
MOST_DAMAGED_HEADERS = 1000
"""Damaged places of a tar behind which further files are looked for."""
LARGEST_HEADER_BYTES = 1024 * 1024
"""What a tar may say of one file before its data: names, times and attributes are a few kilobytes.  [bytes]"""
