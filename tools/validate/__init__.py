"""Published numbers beside ours: `make validate`, docs/validation.md, and what tests/validation asserts.

`published` and `independent` have the rows, `doors` asks the product for the same quantity, `comparison` sets them side by side,
`corpus_runs`, `integral` and `withheld` do so with real files, `page` prints.
"""
