"""Tables athlete, calibration and findings."""

import sqlite3

from footfall.errors import LibraryError
from footfall.library.rows import KeptAthlete, KeptCalibration
from footfall.library.texts import given, stored
from footfall.model.athlete import Athlete, Share

_FINDINGS_EACH = 4
"""Of an athlete: a report of everything, one since a day, one of some paths, and one to spare."""


def athlete_id(connection: sqlite3.Connection, key: str) -> int | None:
    """None where nothing is kept of her."""
    found = connection.execute("SELECT id FROM athlete WHERE key = ?", (stored(key),)).fetchone()
    return None if found is None else int(found[0])


def made_athlete_id(connection: sqlite3.Connection, key: str) -> int:
    """Of an athlete who is entered where she is not there yet."""
    connection.execute("INSERT INTO athlete (key) VALUES (?) ON CONFLICT DO NOTHING", (stored(key),))
    found = athlete_id(connection, key)
    assert found is not None, "she was entered just now"
    return found


def keep_athlete(connection: sqlite3.Connection, key: str, athlete: Athlete) -> None:
    """What she tells of herself now, in place of what she told before."""
    told = (athlete.id, athlete.name, athlete.birth_year, athlete.body_mass_kg, athlete.height_m, athlete.timezone)
    connection.execute(
        "UPDATE athlete SET (own_id, name, birth_year, body_mass_kg, height_m, timezone, week_start, share) = (?,?,?,?,?,?,?,?)"
        " WHERE id = ?",
        (*told, athlete.week_start, athlete.share.value, made_athlete_id(connection, key)),
    )


def athletes(connection: sqlite3.Connection) -> tuple[KeptAthlete, ...]:
    """All, by key."""
    rows = connection.execute(
        "SELECT key, own_id, name, birth_year, body_mass_kg, height_m, timezone, week_start, share FROM athlete ORDER BY key"
    )
    try:
        return tuple(
            KeptAthlete(given(key), Athlete(own_id, name, born, mass, height, zone, week, Share(share)))
            for key, own_id, name, born, mass, height, zone, week, share in rows
        )
    except (ValueError, TypeError) as error:
        raise LibraryError("damaged-record", detail=str(error)) from error


def keep_calibration(connection: sqlite3.Connection, key: str, kept: KeptCalibration) -> None:
    """In place of her former one."""
    connection.execute(
        "INSERT INTO calibration VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET digest = excluded.digest, data = excluded.data",
        (made_athlete_id(connection, key), kept.digest, kept.data),
    )


def calibration(connection: sqlite3.Connection, key: str) -> KeptCalibration | None:
    """None where none is kept."""
    found = connection.execute(
        "SELECT digest, data FROM calibration WHERE athlete = (SELECT id FROM athlete WHERE key = ?)", (stored(key),)
    ).fetchone()
    return None if found is None else KeptCalibration(*found)


def findings(connection: sqlite3.Connection, key: str, rests_on: str) -> bytes | None:
    """What the rules said of her, packed. rests_on   digest of all that they could see; None where that was not kept."""
    found = connection.execute(
        "SELECT data FROM findings WHERE athlete = (SELECT id FROM athlete WHERE key = ?) AND key = ?", (stored(key), rests_on)
    ).fetchone()
    return None if found is None else bytes(found[0])


def keep_findings(connection: sqlite3.Connection, key: str, rests_on: str, data: bytes) -> None:
    """As her newest; nothing where she is not there. Those that were made before the last few go."""
    owner = athlete_id(connection, key)
    if owner is None:
        return
    connection.execute("DELETE FROM findings WHERE athlete = ? AND key = ?", (owner, rests_on))
    connection.execute("INSERT INTO findings (athlete, key, data) VALUES (?,?,?)", (owner, rests_on, data))
    connection.execute(
        "DELETE FROM findings WHERE athlete = ?1 AND id NOT IN"
        " (SELECT id FROM findings WHERE athlete = ?1 ORDER BY id DESC LIMIT ?2)",
        (owner, _FINDINGS_EACH),
    )
