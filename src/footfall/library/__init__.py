"""What is kept between two calls: files, measured runs, calibrations, diaries, in one SQLite file of the user's own."""
