"""The table of what is newer than fitparse's profile, number by number against the profile of Garmin's SDK."""

import garmin_fit_sdk
import pytest
from fitparse.profile import FIELD_TYPES, MESSAGE_TYPES

from footfall.formats.fit.newer import FIELDS, VALUES
from footfall.formats.fit.profile import Kind, profile

MESSAGES = {entry["name"]: entry["fields"] for entry in garmin_fit_sdk.Profile["messages"].values()}
TYPES = garmin_fit_sdk.Profile["types"]
OLD = {message.name: {entry.name for entry in message.fields.values()} for message in MESSAGE_TYPES.values()}
RPE_TIMES = 10.0
"""The SDK leaves `workout_rpe` unscaled; its comment says that it is written times 10."""


@pytest.mark.parametrize(("message", "name"), [(message, name) for message, fields in FIELDS.items() for name in fields])
def test_a_newer_field_has_the_sdk_s_number_and_scale(message: str, name: str) -> None:
    number, scale = FIELDS[message][name]
    theirs = MESSAGES[message][number]
    assert theirs["name"] == name
    assert scale == (RPE_TIMES if name == "workout_rpe" else theirs["scale"][0])
    assert theirs["offset"] == [0]
    assert name not in OLD[message], "fitparse knows it: the entry is not needed"


@pytest.mark.parametrize("kind", VALUES)
def test_newer_values_have_the_sdk_s_names(kind: str) -> None:
    theirs = {int(number): name for number, name in TYPES[kind].items() if str(number).isdecimal()}
    assert VALUES[kind].items() <= theirs.items()
    assert not set(VALUES[kind]) & set(FIELD_TYPES[kind].values), "fitparse knows some of them"


@pytest.mark.parametrize("kind", list(Kind))
def test_what_we_read_has_the_sdk_s_numbers_scales_and_offsets(kind: Kind) -> None:
    theirs = {field["name"]: field for field in MESSAGES[kind.name.lower()].values()}
    for name, field in profile().fields[kind].items():
        if name in theirs and len(theirs[name]["scale"]) == 1 and name != "workout_rpe":
            expected = (int(theirs[name]["num"]), theirs[name]["scale"][0], theirs[name]["offset"][0])
            assert (field.number, field.scale, field.offset) == expected, name
