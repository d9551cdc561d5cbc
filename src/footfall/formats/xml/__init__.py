"""XML files of points, for GPX and TCX. Read front to back: text, shape, blocks, walk, points, samples."""
