"""Whatever is wrong in a library is named."""

import pytest

from footfall.library.codec import pack
from footfall.library.store import Library
from footfall.model.problem import Problem
from footfall.wording import say
from tests.library.kinds import Leaf
from tests.library.made import broken, file, reading


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        ("UPDATE measured SET data = substr(data, 1, 40)", "record"),
        ("UPDATE reading SET head = x'00'", "record"),
        ("UPDATE item SET problem = x'00' WHERE problem IS NOT NULL", "record"),
        ("UPDATE item SET reason = 'no-time' WHERE problem IS NOT NULL", "key"),
        ("DELETE FROM item WHERE reading IS NOT NULL", "orphan"),
        ("UPDATE file SET athlete = 99", "reference"),
    ],
)
def test_what_is_wrong_is_named(library: Library, harm: str, code: str) -> None:
    library.keep("sam", [file("/a/1.fit", 1), broken("/a/2.fit")], [reading(1)])
    assert library.verify() == ()
    connection = library._database.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(harm)
    faults = library.verify()
    assert {fault.code for fault in faults} == {code}
    for fault in faults:
        assert "{" not in say(f"library.fault.{fault.code}", **fault.values)


def test_a_mode_that_lets_others_read_is_named(library: Library) -> None:
    library.path.chmod(0o640)
    (fault,) = library.verify()
    assert fault.code == "mode"
    assert "0640" in say(f"library.fault.{fault.code}", **fault.values)


def test_a_problem_that_is_whole_but_anothers_is_named(library: Library) -> None:
    library.keep("sam", [broken("/a/2.fit")], [])
    other = pack(Problem("/a/2.fit", None, "no-time", "No times."))
    library._database.connection.execute("UPDATE item SET problem = ?", (other,))
    assert [fault.code for fault in library.verify()] == ["key"]


def test_a_whole_record_of_another_type_is_named_where_the_types_are_told(library: Library) -> None:
    library.keep("sam", [file("/a/1.fit", 1)], [reading(1)])
    assert library.verify({"reading": (Problem, Leaf), "measured": (Leaf,)}) == ()
    library._database.connection.execute("UPDATE measured SET data = ?", (pack(Problem("p", None, "no-time", "No times.")),))
    assert library.verify() == ()
    (fault,) = library.verify({"reading": (Leaf,), "measured": (Leaf,)})
    assert (fault.code, fault.values["table"], fault.values["detail"]) == ("record", "measured", "it is no Leaf of this version")
