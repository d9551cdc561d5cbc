"""Sentences on archives: what in them was not read, and what to do."""

SENTENCES = {
    "archive.method": "method {number}",
    "problem.bad-checksum.member": "The checksum that the archive keeps of this file does not match its content. It was read all the same; check its totals.",
    "problem.damaged.archive": "This archive is damaged: no file in it can be found. Download or export it again.",
    "problem.encrypted.some": "In this archive {files} are encrypted and were not read. Unpack it first and name the folder.",
    "problem.missing.member": "There is no such file in the archive, which holds {files}, {example} for one. Check the spelling.",
    "problem.not-a-run-file.archive": "This is an archive of {files}. Name one of them like this: {example}",
    "problem.not-a-run-file.links": "In this archive {links} to other files were not followed. If a run is missing, unpack the archive and name the folder.",
    "problem.too-large.bomb": "This unpacks to more than {ratio} times its size, which no recording does and which can be an attack. It was not read any further. If you trust it, unpack it and name the folder.",
    "problem.too-large.depth": "This archive lies more than {deepest} archives deep. Unpack the outermost one and name the folder.",
    "problem.too-large.inner": "This archive lies packed in another one and takes more than {limit} of memory to read. Unpack the outer one and name the folder.",
    "problem.too-large.members": "More than {limit} files lie in this archive and the archives in it, the most that are read. Unpack it and name a folder of it at a time.",
    "problem.too-large.overlap": "The files in this archive lie on one another, which no program writes and which can be an attack. It was not read. Export it again.",
    "problem.truncated.archive": "The end of this archive is missing or damaged; {files} before that were found. Download or export it again to have the rest.",
    "problem.truncated.archive-within": "This archive is damaged within; {files} before and behind the damage were found, others may be missing. Download or export it again to have the rest.",
    "problem.truncated.member": "This file is damaged or cut short in its archive. What could be unpacked before that was read.",
    "problem.unknown-format.packed": "This is a {packer} archive, which is not unpacked here. Unpack it and name the folder, or pack it as .zip.",
    "problem.unknown-format.archive": "This is an archive. footfall.analyze and the commands read what is in it; here name a single file.",
    "problem.unreadable.method": "In this archive {files} are packed with {method}, which is not unpacked here, and were not read. Unpack it first and name the folder.",
    "problem.unreadable.sparse": "In this archive {files} are packed with gaps (sparse), which is not unpacked here, and were not read. Unpack it first and name the folder.",
    "problem.unreadable.archive-part": "This is one part of an archive that was split into several. Join the parts, or unpack them together and name the folder.",
}
