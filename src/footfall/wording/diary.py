"""Sentences about the rows and cells of a diary: what is written, and what would be right."""

SENTENCES = {
    # Cells. {column} is the heading, {text} the cell as written.
    "diary.cell.number": "{column} is {text}; write a number from {low} to {high}, or leave it blank.",
    "diary.cell.number.date": "{column} is {text}, a date, which spreadsheets make of numbers such as 3.7 or 3/10. Set the column to text, write a number from {low} to {high}, or leave it blank.",
    "diary.cell.yes-no": "{column} is {text}; write yes or no, or leave it blank.",
    "diary.cell.clock": "{column} is {text}; write the time of day as HH:MM, for example 06:12, or leave it blank.",
    "diary.cell.choice": "{column} has {text}, which is not in its list. Write one of {choices}, or leave it blank.",
    "diary.cell.choice.close": "{column} has {text}, which is not in its list. Did you mean {close}? The list is {choices}.",
    "diary.cell.onset": "{column} is {text}; write minutes into the run (17 or 17:30), a distance (2.3 mi or 3.7 km), a time of day (@07:42), lap, lap 4, none or start, or leave it blank.",
    "diary.cell.onset.range": "{column} is {text}; write one number, the minute when it began as well as you know it, or leave it blank.",
    "diary.cell.onset.metres": "{column} is {text}, which can be metres or minutes; write 17 min or 0.8 km.",
    "diary.cell.onset.too-long": "{column} is {text}, longer than a day; write minutes into the run, or a time of day with @, for example @17:42.",
    "diary.cell.onset.lap": "{column} is {text}; laps count from 1, and lap alone is the first one pressed by hand.",
    "diary.cell.onset.clock": "{column} is {text}; write the time of day as @HH:MM, for example @07:42.",
    "diary.cell.onset.date": "{column} is {text}, a date, which spreadsheets make of 17.5. Set the column to text and write 17:30.",
    # Rows.
    "diary.row.no-date": "This row has no date, so it was left out. Write the day as 2026-05-03.",
    "diary.row.date": "date is {text}, so this row was left out. Write the day as 2026-05-03.",
    "diary.row.date.no-such-day": "date is {text}, and there is no such day, so this row was left out. Write the day as 2026-05-03.",
    "diary.row.date.two-days": "date is {text}, which can be {first} or {second}, so this row was left out. Write the one that is meant.",
    "diary.row.date.year": "date is {text}, in the year {year}, so this row was left out. Write the day as 2026-05-03.",
    "diary.row.too-long": "This row has {found} cells under {expected} headings, so some stand in the wrong column, and it was left out. Put quotation marks around a cell that holds a {delimiter}.",
    "diary.row.joined": "This row has {found} cells under {expected} headings; the last ones were joined as its {column}. Put quotation marks around a cell that holds a {delimiter}.",
    "diary.row.open-quote": "A quotation mark in this row is opened and not closed, so the row was cut at every {delimiter}. Check its cells and close the mark.",
    "diary.row.not-utf8": "This row is not UTF-8 text; the diary was read as {encoding}. If letters look wrong, save it as UTF-8.",
    # Red flags.
    "diary.flag.unread": "red_flags has {text}, which is none of its codes, so it is shown above everything else. Please check the list of red flags now and write the code, or leave the cell blank when none applies. The codes are {codes}.",
    "diary.flag.unread.close": "red_flags has {text}, which is none of its codes, so it is shown above everything else. Did you mean {close}? Please check the list of red flags now and write the code, or leave the cell blank when none applies.",
    "diary.flag.no-day": "{text} stands in a row that could not be read, so it is shown above everything else. Please check the list of red flags now, and mend the row.",
    # The whole file.
    "diary.no-date-column": "There is no column named date, so no row can be given to a day. The columns are {columns}. Rename the one that holds the day to date.",
    "diary.no-header": "There is no row of column names such as date, pain_max and onset. Write one above the rows; `footfall diary new` shows how.",
    "diary.unknown-columns": "Columns that mean nothing here were kept as they are: {columns}.",
    "diary.unknown-column.close": "{column} (did you mean {close}?)",
    "diary.unnamed-column": "column {number}, which has no name",
    "diary.flag-column": "{column} was read as red_flags. Rename it to red_flags.",
    "diary.twice": "{column} is there twice; the first was read, the other kept as it is. Rename or remove one.",
    "diary.flags-twice": "red_flags is there twice; both were read. Put them into one.",
    # A new diary.
    "diary.new.note": "{km} km, {minutes} min",
    "diary.new.note.no-distance": "{minutes} min",
}
