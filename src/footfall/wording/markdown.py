"""What only the Markdown document says; the rest of its words are the page's."""

SENTENCES = {
    "markdown.questions": "Questions",
    "markdown.rule": "rule {rule}: {title}",
    "markdown.pictures": "What the pictures of the page say",
    "markdown.weeks": "Weeks",
    "markdown.weeks.newest": "The newest {n} of {of} weeks; `footfall report --json` writes every one.",
    "markdown.runs.newest": "The newest {n} of {of} runs; `footfall report --csv` writes every one.",
    "markdown.runs.key": "The newest first. ▲ is a run that stood out, {unknown} is unknown, {none} is not applicable.",
    "markdown.notes": "Your notes on these runs",
}
