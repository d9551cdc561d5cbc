"""The coach's weekly report: what its renderers get, and how it is laid out."""
