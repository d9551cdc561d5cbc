"""A mutation fuzzer over everything that reads a file. docs/robustness.md says what it promises and how to run it.

seeds      sound files of every format that is registered
mutants    what is done to them: `octets` for any bytes, `fit`, `texts` and `packed` for what they know the shape of
chain      what a file goes through in a job, and what must not come out of it
workers    the same in child processes, watched
"""
