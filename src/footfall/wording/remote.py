"""Sentences about files that are named by a URL; those of `remote.` stand in the sentence of `problem.unreadable.remote`."""

SENTENCES = {
    "remote.missing": "nothing is there",
    "remote.denied": "access is denied; check the credentials that your system has for it",
    "remote.no-package": "{protocol}:// needs a package that is not installed ({detail})",
    "remote.unknown-protocol": "{protocol}:// is no kind of URL that is known here",
    "remote.failed": "the other side, or the way to it, failed ({detail}); check the address and the network",
    "remote.name": "the name {name} has :: in it, which a URL cannot hold; give the file another name",
    "problem.missing.remote": "There is no such file or folder at this URL. Check the spelling.",
    "problem.unreadable.remote": "This URL cannot be read: {detail}.",
    "output.is-url": "{protocol}://… is a URL, and results are written to this machine's disks alone. Name a file here, and copy it afterwards.",
}
