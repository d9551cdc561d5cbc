"""Sentences about the library: why it cannot be used, what is wrong in it, and what to do. Diaries and files are never touched."""

SENTENCES = {
    "library.newer": "The library {path} was written by a newer footfall (its version is {found}, this one knows {known}). Install the newer footfall, or name another folder with --library.",
    "library.damaged": "The library {path} is damaged ({detail}). Your files are not: `footfall library rebuild` makes it anew from them.",
    "library.damaged-record": "Something kept in the library is damaged ({detail}). Your files are not: `footfall library verify` says what it is, `footfall library rebuild` makes it anew from them.",
    "library.record-too-large": "What one file comes to is too large for the library ({size} bytes; at most {limit}). Leave the file out, or use --library none.",
    "library.not-a-library": "{path} is the database of another program, so it stays as it is. Name another folder with --library.",
    "library.read-only": "The library {path} cannot be written to: it, or its disk, is read-only. Name another folder with --library, or keep nothing with --library none.",
    "library.read-only-old": "The library {path} is of an older footfall and must be brought up to date, but it, or its disk, is read-only. Copy it to a folder that you may write to, and name that with --library.",
    "library.read-only-busy": "The library {path} is read-only and another program has unfinished business in it. Try again when that has ended.",
    "library.denied": "The library {path} cannot be opened: no permission. Name another folder with --library, or keep nothing with --library none.",
    "library.no-folder": "The library cannot be kept in {path}: a file stands in the place of the folder. Name another folder with --library.",
    "library.busy": "The library {path} is in use by another footfall for longer than {seconds} s. Try again when it has finished.",
    "library.full": "Nothing more can be kept in the library {path}: the disk is full. What was kept before stays. Make room, or name another folder with --library.",
    "library.failed": "The library {path} cannot be used: {detail}. Name another folder with --library, or keep nothing with --library none.",
    "library.missing-run": "The library no longer holds a run that it was asked for; another footfall may have removed it. Try again.",
    "library.fault.database": "The database is damaged: {detail}",
    "library.fault.reference": "A row of {table} refers to a row of {other} that is not there.",
    "library.fault.record": "A record of {table} is damaged ({what}): {detail}",
    "library.fault.key": "A record of {table} is kept under another's name ({what}).",
    "library.fault.orphan": "{count} rows of {table} belong to nothing.",
    "library.fault.mode": "{path} can be read by others (mode {mode}); it should be 0600.",
}
