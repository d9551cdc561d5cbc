"""Write the pages of docs/ that are made from the code: `make docs`. A test fails when one of them is out of date."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docs_columns import columns_page
from docs_flags import flags_page
from docs_rules import rules_page
from simulate.page import page as simulation_page
from trials.page import page as statistics_page

DOCS = Path(__file__).resolve().parents[1] / "docs"

PAGES: Mapping[str, Callable[[], str]] = {
    "columns.md": columns_page,
    "flags.md": flags_page,
    "rules.md": rules_page,
    "simulation.md": simulation_page,
    "statistics.md": statistics_page,
}
"""File name -> what writes it."""


def main() -> None:
    """Write each page, and say which changed."""
    for name, page in PAGES.items():
        path, text = DOCS / name, page()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            print(f"{name}: as it was")
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: written")


if __name__ == "__main__":
    main()
