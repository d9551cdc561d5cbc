"""`make validate CORPUS=FOLDER`: print published numbers beside ours, and write docs/validation.md."""

import io
import sys
from pathlib import Path

from validate import words
from validate.corpus_part import corpus_part
from validate.corpus_runs import corpus_runs
from validate.page import corpus_of, page, published_part

PAGE = Path(__file__).resolve().parents[2] / "docs" / "validation.md"


def main(folder: str, path: Path = PAGE) -> None:
    """Print, and write the page. Where the corpus is not at hand its part of the page stays as it stands.

    folder   of real files; it need not be there.
    """
    if Path(folder).is_dir():
        text = page(corpus_part(corpus_runs(Path(folder))))
        print(text)
    else:
        text = page(corpus_of(path.read_text(encoding="utf-8") if path.is_file() else None))
        print(published_part())
        print(words.left_out(folder))
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the page's minus sign is in no code page of Windows
    main(sys.argv[1])
