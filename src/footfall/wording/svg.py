"""What only the SVG document says; the rest of its words are the page's."""

SENTENCES = {
    "svg.chosen": "Drawn: {label}; one of {n} that the page can show.",
}
