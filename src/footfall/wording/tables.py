"""Sentences about a table that cannot be read at all."""

SENTENCES = {
    "table.empty": "This table is empty. `footfall diary new` makes one to start from.",
    "table.not-text": "This is neither text nor a workbook, so there are no rows to read. Save the table as CSV or .xlsx.",
    "table.too-large": "This table is larger than {limit}, the most that is read. Split it.",
    "table.old-workbook": "This is a workbook of the old .xls kind, or one with a password. Save it as .xlsx without a password, or as CSV.",
    "table.not-a-workbook": "This is an archive, but no .xlsx workbook. Save the table as CSV or .xlsx.",
    "table.damaged-workbook": "This .xlsx workbook is damaged. Open it in the spreadsheet program and save it again, or save it as CSV.",
    "table.no-date-column": "There is no diary with a column named date in this file, so no row can be added to it. Choose another name for the new diary.",
    "table.add-to-workbook": "Rows are added to CSV and TSV diaries only: a workbook would lose its layout. Save it as CSV, or choose another name for the new diary.",
}
