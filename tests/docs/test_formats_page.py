"""The table of devices and apps is what the real files give."""

from pathlib import Path

from docs_formats import PAGE, formats_table, with_table


def test_the_table_of_devices_is_what_the_real_files_give(corpus: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_table(page, formats_table(corpus)), "run `make formats CORPUS=FOLDER`, read the difference, commit it"
