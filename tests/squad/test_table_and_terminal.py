"""squad.csv and the terminal's summary, as they were read."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace

from footfall.render.squad.table import SQUAD_COLUMNS, squad_csv
from footfall.render.terminal.squad import render_squad_text
from footfall.wording.locale import Locale, Units, speaking
from tests.squad.example import no_one, squad

CONTRACT = (
    "athlete,week,runs,distance_km,moving_min,longest_run_km,longest_share,footfalls,load,easy_km,change_vs_4wk_median_pct,"
    "session_spike_pct,max_pain,sites,onset_min,diary_days,days_since_last_run,flags,worst_severity,data_quality"
)


def test_the_table_and_the_summary_are_as_they_were_read(golden: Callable[[str, str], None]) -> None:
    golden("squad.csv", squad_csv(squad()))
    golden("squad.txt", render_squad_text(squad()))


def test_the_columns_are_those_that_were_promised() -> None:
    assert ",".join(SQUAD_COLUMNS) == CONTRACT
    assert squad_csv(squad()).splitlines()[0] == CONTRACT


def test_the_table_is_in_kilometres_whatever_pages_speak_in() -> None:
    with speaking(Locale(units=Units.IMPERIAL)):
        imperial = squad_csv(squad())
    assert imperial == squad_csv(squad())


def test_no_cell_of_the_table_is_a_formula() -> None:
    one = squad()
    hostile = replace(one, members=(replace(one.members[0], name='=HYPERLINK("http://example.org")'),))
    (row,) = csv.DictReader(io.StringIO(squad_csv(hostile)))
    assert row["athlete"].startswith("'=")


def test_no_line_of_the_summary_is_wider_than_80_columns_and_nobody_flagged_is_said() -> None:
    told = render_squad_text(
        replace(no_one(), name="A squad with a name that goes on for longer than a line of any terminal has room")
    )
    assert max(map(len, told.splitlines())) <= 80
    assert "No one flagged. 12 of 12 sent data." in " ".join(told.split())


def test_a_further_flag_stands_below_the_name_of_its_athlete() -> None:
    lines = render_squad_text(squad(4, 1, 2)).splitlines()
    heads = [line for line in lines if line.lstrip().startswith("▲")]
    assert heads[0].startswith("▲ Ada")
    assert heads[1].startswith("  ▲ warning")
