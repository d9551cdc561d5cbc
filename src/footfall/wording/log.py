"""Sentences about logs of runs: rows and cells that could not be read, and what would be right."""

SENTENCES = {
    # Cells. {column} is the heading, {text} the cell as written.
    "log.cell.number": "{column} is {text}; write a number from {low:g} to {high:g}, or leave it blank. The cell was left out.",
    "log.cell.clock": "{column} is {text}; write the time of day as HH:MM, for example 06:12, or leave it blank. The run was taken as of that day, without a time.",
    "log.cell.sport": "{column} is {text}, which is not known; write running, walking or hiking, or leave it blank for running. Speed and cadence told what it is.",
    "log.cell.elapsed": "{column} is {text}; write a time from start to end that is no shorter than the moving time, for example 0:52:10, or leave it blank. The cell was left out.",
    "log.cell.strides": "{column} is {text}, which counts one foot; write the steps of both feet, for example {steps}, or leave it blank. The cell was left out.",
    "log.cell.speed": "{column} is {text}, which makes a mean speed of {speed} m/s; on foot it lies between {low:g} and {high:g}. Check the distance and the moving time. The distance was left out.",
    "log.cell.distance-slip": "{column} is {text} in {minutes} min, which nobody makes on foot. The distance was left out.",
    # Rows.
    "log.row.no-date": "This row has no date, so it was left out. Write the day as 2026-05-03.",
    "log.row.date": "date is {text}, so this row was left out. Write the day as 2026-05-03.",
    "log.row.date.no-such-day": "date is {text}, and there is no such day, so this row was left out. Write the day as 2026-05-03.",
    "log.row.date.two-days": "date is {text}, which can be {first} or {second}, so this row was left out. Write the one that is meant.",
    "log.row.date.year": "date is {text}, in the year {year}, so this row was left out. Write the day as 2026-05-03.",
    "log.row.no-moving": "This row has no moving time, so nothing can be said of its footfalls and it was left out. Write the minutes into moving_min, for example 45 or 45:30.",
    "log.row.moving": "{column} is {text}, so this row was left out. Write the time under way as 45, 45:30 or 0:45:30.",
    "log.row.two-times": "The moving time is {text}, which can be minutes and seconds or hours and minutes, so this row was left out. Write it as 1:30:00 or 0:01:30.",
    "log.row.two-numbers": "{column} is {text}, which can be {first:g} or {second:g}, so this row was left out. Write it without a mark for thousands.",
    "log.row.too-long": "This row has {found} cells under {expected} headings, so some stand in the wrong column, and it was left out. Put quotation marks around a cell that holds the mark between cells.",
    "log.row.moment": "The moment of this activity is {text}, which could not be read, so it was left out. Please report the language of the export.",
    "log.row.moment.two-days": "The moment of this activity is {text}, which can be {first} or {second}, and no other row tells which, so it was left out. Export the account in another language.",
    "log.row.no-moment": "This activity has no moment, so it was left out.",
    "log.row.no-moving-time": "This activity has neither moving nor elapsed time, so it was left out.",
    "log.open-quote": "A quotation mark in this row is opened and not closed, so the row was cut at every {delimiter}. Check its cells and close the mark.",
    "log.not-utf8": "This row is not UTF-8 text; the log was read as {encoding}. If letters look wrong, save it as UTF-8.",
    # The whole log.
    "log.unknown-columns": "Columns that mean nothing in a run log were passed over: {columns}.",
    "log.unknown-column.close": "{column} (did you mean {close}?)",
    "log.twice-column": "{column} (there twice; the first was read)",
    "log.twice": "This is the same as {first}, and was counted once.",
    "problem.elapsed-for-moving": "This export gives no moving times, so the elapsed time stands in for them: pauses count as running. An export made today has both.",
    "log.broken-off": "This file ends early; what came before that was kept ({activities}). Export it again.",
    "problem.log.no-row": "None of the {count} rows could be read. The first: {first}",
    "problem.log.empty": "This log has headings and no rows. Write a run into it.",
    "problem.log.damaged-workbook": "This .xlsx workbook is damaged ({detail}). Open it in the spreadsheet program and save it again, or save it as CSV.",
}
