import csv
import io
from dataclasses import replace

from footfall.diary.read import read
from footfall.diary.together import DiaryFile, together
from footfall.model.columns import DIARY_COLUMNS
from tests.diary.rows import diary_text

GERMAN = """Kommentar;date;Pain max;onset;Sleep (h);red flags
müde;03.05.2026;3,5;17,5;7:30;fever
leicht;01.05.2026;-;@07:42;;
""".encode()


def rows(data: bytes) -> list[dict[str, str]]:
    return [{name: cell for name, cell in row.items() if cell} for row in csv.DictReader(io.StringIO(data.decode("utf-8")))]


def test_rows_of_several_diaries_stand_by_date_in_their_own_words() -> None:
    english = diary_text([{"date": "2026-05-02", "pain_max": "4/10", "note": "long run", "mood": "good"}])
    made = together([DiaryFile("a.csv", GERMAN), DiaryFile("b.csv", english)])
    assert (made.rows, made.problems) == (3, ())
    assert rows(made.data) == [
        {"date": "2026-05-01", "pain_max": "-", "onset": "@07:42", "Kommentar": "leicht"},
        {"date": "2026-05-02", "pain_max": "4/10", "note": "long run", "mood": "good"},
        {"date": "2026-05-03", "pain_max": "3,5", "onset": "17,5", "sleep_h": "7:30", "red_flags": "fever", "Kommentar": "müde"},
    ]
    header = made.data.decode("utf-8").splitlines()[0].split(",")
    assert header == [*DIARY_COLUMNS, "Kommentar", "mood"]


def test_what_is_read_of_them_together_is_what_is_read_of_each() -> None:
    english = diary_text([{"date": "2026-05-02", "pain_max": "4", "onset": "lap 2", "sites": "knee;low_back", "builds": "yes"}])
    alone = [entry for data in (GERMAN, english) for entry in read(data, "x")[0].entries]
    diary, _ = read(together([DiaryFile("a.csv", GERMAN), DiaryFile("b.csv", english)]).data, "x")
    expected = sorted((replace(entry, source_line=0) for entry in alone), key=lambda entry: entry.day)
    assert [replace(entry, source_line=0, extra={}) for entry in diary.entries] == [replace(one, extra={}) for one in expected]


def test_nothing_that_was_written_is_lost() -> None:
    text = """date,note,athlete
2026-05-03,a,me
sometime,b,
# my own remark,with a comma
2026-05-02,=HYPERLINK(x),
"""
    made = together([DiaryFile("a.csv", text.encode(), "kim")])
    assert made.rows == 3
    assert rows(made.data) == [
        {"date": "2026-05-02", "note": "'=HYPERLINK(x)", "athlete": "kim"},
        {"date": "2026-05-03", "note": "a", "athlete": "kim", "athlete (2)": "me"},
        {"date": "sometime", "note": "b", "athlete": "kim"},
        {"date": "# my own remark", "start": "with a comma"},
    ]
    assert made.data.decode("utf-8").endswith("# my own remark,with a comma\n")


def test_a_row_that_slipped_is_mended_as_it_is_when_it_is_read_or_stays_one_that_slipped() -> None:
    text = "red_flags,date,pain_max,note\n,2026-05-02,3,long, hard run\nfever,2026-05-03,x,y,4,z\n"
    made = together([DiaryFile("a.csv", text.encode())])
    diary, problems = read(made.data, "a.csv")
    assert [(entry.pain_max, entry.note) for entry in diary.entries] == [(3, "long,hard run")]
    assert [(flag.text, flag.slipped) for flag in diary.unread_flags] == [("fever", True)]
    assert [problem.reason for problem in problems] == ["bad-row", "unchecked-red-flag"]


def test_a_file_that_is_no_table_is_named_and_costs_no_other() -> None:
    made = together([DiaryFile("a.csv", b"\x00\x01" * 500), DiaryFile("b.csv", diary_text([{"date": "2026-05-02"}]))])
    assert made.rows == 1
    assert [(problem.path, problem.reason) for problem in made.problems] == [("a.csv", "bad-diary")]


def test_without_a_diary_there_are_headings_alone() -> None:
    made = together([])
    assert (made.rows, made.data.decode("utf-8")) == (0, ",".join(DIARY_COLUMNS) + "\n")
