"""GPX and TCX in the shape that each app gives them. Made here, after what its exports look like, on the open sea."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from footfall.formats import read_bytes
from footfall.metrics.runs import runs_of
from tests.formats_xml.made import START, read_one, stamp

GARMIN_TPX = "http://www.garmin.com/xmlschemas/TrackPointExtension/v1"
CLUETRUST = "http://www.cluetrust.com/XML/GPXDATA/1/0"
SECONDS = range(30)


@dataclass(frozen=True)
class App:
    """A document, and what each of its points holds.

    point   one point as the app writes it: {k} the second, {time}, {lat}.
    values  column -> value of every point; columns that change are not listed.
    """

    head: str
    point: str
    tail: str
    values: dict[str, float]
    varying: frozenset[str] = frozenset({"time_s", "lat_deg"})
    sport: str | None = "running"
    sub_sport: str | None = None
    producer: str | None = None
    name: str | None = None
    first: dict[str, float] = field(default_factory=dict)

    def document(self) -> str:
        points = "".join(self.point.format(k=k, time=stamp(k)[:-1], lat=f"{54 + k * 2.7e-5:.6f}") for k in SECONDS)
        return f"{self.head}{points}{self.tail}"


def _gpx(root: str, track: str, point: str) -> tuple[str, str, str]:
    """Head, point and tail of a GPX."""
    return f"<gpx {root}>{track}<trkseg>", point, "</trkseg></trk></gpx>"


def _tcx(point: str, *, root: str = "", after: str = "", sport: str = "Running", lap: str = "") -> tuple[str, str, str]:
    """Head, point and tail of a TCX of one lap."""
    head = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase {root}><Activities><Activity Sport="{sport}">'
        f'<Id>{stamp(0)}</Id><Lap StartTime="{stamp(0)}"><TotalTimeSeconds>29</TotalTimeSeconds>{lap}'
        "<Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod><Track>"
    )
    return head, point, f"</Track></Lap>{after}</Activity></Activities></TrainingCenterDatabase>"


PLACE = {"lon_deg": 6.5, "altitude_m": 12.5}
PLACED = "<ele>12.5</ele><time>{time}Z</time>"
TCX_PLACE = "<Position><LatitudeDegrees>{lat}</LatitudeDegrees><LongitudeDegrees>6.5</LongitudeDegrees></Position>"

APPS = {
    "Garmin Connect": App(
        *_gpx(
            f'creator="Garmin Connect" version="1.1" xmlns:ns3="{GARMIN_TPX}"',
            "<metadata><time>2026-05-03T06:12:09.000Z</time></metadata><trk><name>Sea Running</name><type>trail_running</type>",
            '<trkpt lat="{lat}000000001818989403545856475830078125" lon="6.5">\n<ele>12.5</ele>\n'
            "<time>{time}.000Z</time>\n<extensions>\n"
            "<ns3:TrackPointExtension>\n<ns3:atemp>21.0</ns3:atemp>\n<ns3:hr>141</ns3:hr>\n<ns3:cad>83</ns3:cad>\n"
            "</ns3:TrackPointExtension>\n</extensions>\n</trkpt>\n",
        ),
        {**PLACE, "temperature_c": 21, "heart_rate_bpm": 141, "cadence_per_min": 83},
        sub_sport="trail",
        producer="Garmin Connect",
        name="Sea Running",
    ),
    "Strava, a number for the sport": App(
        *_gpx(
            f'creator="StravaGPX" xmlns:gpxtpx="{GARMIN_TPX}"',
            "<metadata><time>2026-05-03T06:12:09Z</time></metadata><trk><name>Morning Run</name><type>9</type>",
            f'   <trkpt lat="{{lat}}" lon="6.5">\n    {PLACED}\n    <extensions>\n     <power>251</power>\n'
            "     <gpxtpx:TrackPointExtension>\n      <gpxtpx:atemp>21</gpxtpx:atemp>\n      <gpxtpx:hr>141</gpxtpx:hr>\n"
            "      <gpxtpx:cad>83</gpxtpx:cad>\n     </gpxtpx:TrackPointExtension>\n    </extensions>\n   </trkpt>\n",
        ),
        {**PLACE, "power_w": 251, "temperature_c": 21, "heart_rate_bpm": 141, "cadence_per_min": 83},
        producer="StravaGPX",
        name="Morning Run",
    ),
    "Strava, a word": App(
        *_gpx(
            'creator="StravaGPX Android"',
            "<trk><name>Run</name><type>running</type>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}</trkpt>',
        ),
        PLACE,
        producer="StravaGPX Android",
        name="Run",
    ),
    "Suunto, Movescount": App(
        *_gpx(
            f'version="1.1" creator="Movescount - http://www.movescount.com" '
            f'xmlns:gpxdata="{CLUETRUST}" xmlns:gpxtpx="{GARMIN_TPX}"',
            "<trk><name>Move</name>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>141</gpxtpx:hr>'
            "</gpxtpx:TrackPointExtension><gpxdata:cadence>83</gpxdata:cadence><gpxdata:temp>20.7999992370605</gpxdata:temp>"
            "<gpxdata:distance>17</gpxdata:distance><gpxdata:altitude>99</gpxdata:altitude>"
            "<gpxdata:seaLevelPressure>1013</gpxdata:seaLevelPressure>"
            "<gpxdata:speed>2.59999990463257</gpxdata:speed><gpxdata:verticalSpeed>0.1</gpxdata:verticalSpeed>"
            "</extensions></trkpt>",
        ),
        {
            **PLACE,
            "heart_rate_bpm": 141,
            "cadence_per_min": 83,
            "temperature_c": 20.7999992370605,
            "distance_m": 17,
            "speed_m_s": 2.59999990463257,
        },
        sport=None,
        producer="Movescount - http://www.movescount.com",
        name="Move",
    ),
    "Suunto, prefixes not declared": App(
        *_gpx(
            'creator="Suunto app"',
            "<trk><type>Running</type>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}<extensions><suunto:hr>141</suunto:hr>'
            f"<suunto:cadence>83</suunto:cadence></extensions></trkpt>",
        ),
        {**PLACE, "heart_rate_bpm": 141, "cadence_per_min": 83},
        producer="Suunto app",
    ),
    "COROS, tags bare as it once wrote them": App(
        *_gpx(
            'creator="Coros Wearables" xmlns="http://www.topografix.com/GPX/1/0"',
            "<trk><name>Run</name>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}<cog>12</cog><extensions><heartrate>141</heartrate><cadence>83</cadence>'
            "<distance>17.5</distance><gpxdata:speed>2.6</gpxdata:speed></extensions></trkpt>",
        ),
        {**PLACE, "heart_rate_bpm": 141, "cadence_per_min": 83, "distance_m": 17.5, "speed_m_s": 2.6},
        sport=None,
        producer="Coros Wearables",
        name="Run",
    ),
    "Zepp and Amazfit, heart rate twice": App(
        *_gpx(
            f'xmlns:ns3="{GARMIN_TPX}" creator="Huami Amazfit Sports Watch" version="1.1"',
            "<metadata><name>Amazfit Sport Record</name></metadata><trk><name>Sport</name><type>Running</type>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}<extensions><heartrate>141</heartrate><ns3:TrackPointExtension>'
            f"<ns3:speed>2.5</ns3:speed>"
            "<ns3:cad>83</ns3:cad><ns3:hr>141</ns3:hr></ns3:TrackPointExtension></extensions></trkpt>",
        ),
        {**PLACE, "heart_rate_bpm": 141, "cadence_per_min": 83, "speed_m_s": 2.5},
        producer="Huami Amazfit Sports Watch",
        name="Sport",
    ),
    "Zepp Life, CDATA in every point": App(
        *_gpx(
            'creator="ZeppLife App" version="6.8.1"',
            "<trk><name><![CDATA[20260503 Outdoor running]]></name>",
            '<trkpt lat="{lat}" lon="6.5"><time>{time}Z</time><desc>'
            "<![CDATA[CommonTimeValuePoint(value=1.8, <trkpt>)]]></desc>"
            "<extensions><ns3:TrackPointExtension><ns3:speed>2.5</ns3:speed></ns3:TrackPointExtension></extensions></trkpt>",
        ),
        {"lon_deg": 6.5, "speed_m_s": 2.5},
        sport=None,
        producer="ZeppLife App",
        name="20260503 Outdoor running",
    ),
    "Nike Run Club exporters, no altitude": App(
        *_gpx(
            'creator="gpx.py"',
            "<trk><name>Run</name><type>running</type>",
            '<trkpt lat="{lat}" lon="6.5"><time>{time}Z</time><extensions><gpxtpx:TrackPointExtension>'
            "<gpxtpx:hr>141.5</gpxtpx:hr>"
            "</gpxtpx:TrackPointExtension></extensions></trkpt>",
        ),
        {"lon_deg": 6.5, "heart_rate_bpm": 141.5},
        producer="gpx.py",
        name="Run",
    ),
    "Runkeeper": App(
        *_gpx(
            'version="1.1" creator="Runkeeper - http://www.runkeeper.com"',
            "<trk><name><![CDATA[Running 5/3/26 6:12 am]]></name><time>2026-05-03T06:12:09Z</time>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}</trkpt>\n',
        ),
        PLACE,
        sport=None,
        producer="Runkeeper - http://www.runkeeper.com",
        name="Running 5/3/26 6:12 am",
    ),
    "Sports-Tracker": App(
        *_gpx(
            f'creator="SportsTracker" version="1.1" xmlns:gpxtpx="{GARMIN_TPX}"',
            "<metadata><name>05/03/2026 6:12 am</name><author><name>A Runner</name></author></metadata><trk>",
            '<trkpt lat="{lat}" lon="6.5"><ele>12.5</ele><time>{time}.500Z</time><extensions><gpxtpx:TrackPointExtension>'
            "<gpxtpx:hr>141</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>",
        ),
        {**PLACE, "heart_rate_bpm": 141},
        sport=None,
        producer="SportsTracker",
        name="05/03/2026 6:12 am",
        first={"second": 0.5},
    ),
    "Apple Health's route": App(
        *_gpx(
            'version="1.1" creator="Apple Health Export"',
            "<metadata><time>2026-11-01T08:00:00Z</time></metadata><trk><name>Route 2026-05-03 8:12am</name>",
            '<trkpt lon="6.5" lat="{lat}"><ele>12.5</ele><time>{time}Z</time><extensions><speed>2.5</speed>'
            "<course>12.1</course>"
            "<hAcc>3.1</hAcc><vAcc>2.2</vAcc></extensions></trkpt>\n",
        ),
        {**PLACE, "speed_m_s": 2.5},
        sport=None,
        producer="Apple Health Export",
        name="Route 2026-05-03 8:12am",
    ),
    "Apple Watch exporters": App(
        *_gpx(
            'creator="WorkOutDoors"',
            "<trk><type>outdoor_running</type>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}<extensions><gpxtpx:TrackPointExtension>'
            f"<gpxtpx:hr>141</gpxtpx:hr><gpxtpx:cad>83</gpxtpx:cad>"
            "<gpxtpx:speed>2.5</gpxtpx:speed><gpxtpx:course>3</gpxtpx:course></gpxtpx:TrackPointExtension>"
            "<power>251</power><RunningDynamics>"
            "<GroundContactTime>241.5</GroundContactTime><VerticalOscillation>8.4</VerticalOscillation>"
            "</RunningDynamics></extensions></trkpt>",
        ),
        {**PLACE, "heart_rate_bpm": 141, "cadence_per_min": 83, "speed_m_s": 2.5, "power_w": 251, "stance_time_s": 0.2415},
        producer="WorkOutDoors",
    ),
    "OpenTracks, the way since the point before beside the distance": App(
        *_gpx(
            'creator="OpenTracks"',
            "<trk><name><![CDATA[Run]]></name><type><![CDATA[running]]></type>",
            '<trkpt lat="{lat}" lon="6.5"><ele>12.5</ele><time>{time}+02:00</time><extensions><gpxtpx:TrackPointExtension>'
            "<gpxtpx:speed>2.5</gpxtpx:speed><gpxtpx:hr>141</gpxtpx:hr><gpxtpx:cad>83</gpxtpx:cad>"
            "</gpxtpx:TrackPointExtension>"
            "<pwr:PowerInWatts>251</pwr:PowerInWatts><opentracks:gain>0.1</opentracks:gain>"
            "<opentracks:loss>0</opentracks:loss>"
            "<cluetrust:distance>1234.5</cluetrust:distance><opentracks:distance>2.5</opentracks:distance>"
            "</extensions></trkpt>",
        ),
        {**PLACE, "speed_m_s": 2.5, "heart_rate_bpm": 141, "cadence_per_min": 83, "power_w": 251, "distance_m": 1234.5},
        producer="OpenTracks",
        name="Run",
        first={"offset_s": 7200, "second": -7200},
    ),
    "Samsung Health": App(
        *_gpx(
            'creator="Samsung Health" version="1.1"',
            "<metadata><name>20260503_081209.gpx</name></metadata><trk><name>Running</name><exerciseinfo>"
            "<exercisetype>1002</exercisetype></exerciseinfo>",
            f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}<extensions><hr>141</hr></extensions></trkpt>',
        ),
        {**PLACE, "heart_rate_bpm": 141},
        sport=None,
        producer="Samsung Health",
        name="Running",
    ),
    "Runtastic, from before it was adidas": App(
        *_gpx(
            'version="1.1" creator="Runtastic: Life is short - live long, http://www.runtastic.com"',
            "<metadata><copyright author='x'/><link href='http://www.runtastic.com'><text>runtastic</text></link>"
            "</metadata><trk><link href='x'><text>Visit</text></link>",
            f'<trkpt lon="6.5" lat="{{lat}}">{PLACED}</trkpt>',
        ),
        PLACE,
        sport=None,
        producer="Runtastic: Life is short - live long, http://www.runtastic.com",
    ),
    "komoot": App(
        *_gpx(
            'version="1.1" creator="https://www.komoot.de"',
            "<metadata><name>Run</name></metadata><trk><name>Run</name>",
            f'<trkpt lat="{{lat}}" lon="6.5">\n{PLACED}\n</trkpt>\n',
        ),
        PLACE,
        sport=None,
        producer="https://www.komoot.de",
        name="Run",
    ),
    "Polar Flow, GPX": App(
        *_gpx(
            'version="1.1" creator="Polar Vantage V"',
            "<metadata><time>2026-05-03T06:12:09.000Z</time></metadata><trk>",
            '<trkpt lat="{lat}" lon="6.5"><ele>12.5</ele><time>{time}.000Z</time></trkpt>',
        ),
        PLACE,
        sport=None,
        producer="Polar Vantage V",
    ),
    "Polar Flow, TCX whose declaration comes late": App(
        "\n  \n" + _tcx("")[0],
        "<Trackpoint><Time>{time}.000Z</Time>"
        + TCX_PLACE
        + "<AltitudeMeters>12.5</AltitudeMeters><DistanceMeters>17.5</DistanceMeters>"
        "<HeartRateBpm><Value>141</Value></HeartRateBpm><Cadence>83</Cadence><SensorState>Present</SensorState></Trackpoint>",
        _tcx(
            "",
            after='<Training VirtualPartner="false"><Plan Type="Workout" IntervalWorkout="false"/></Training>'
            '<Creator xsi:type="Device_t"><Name>Polar V800</Name></Creator>',
        )[2],
        {**PLACE, "distance_m": 17.5, "heart_rate_bpm": 141, "cadence_per_min": 83},
        producer="Polar V800",
    ),
    "Garmin Connect, TCX": App(
        *_tcx(
            "<Trackpoint>\n<Time>{time}.000Z</Time>\n"
            + TCX_PLACE
            + "<AltitudeMeters>12.5</AltitudeMeters>\n<DistanceMeters>17.5</DistanceMeters>\n"
            "<HeartRateBpm>\n<Value>141</Value>\n</HeartRateBpm>\n<Extensions>\n<ns3:TPX>\n<ns3:Speed>2.5</ns3:Speed>\n"
            "<ns3:RunCadence>83</ns3:RunCadence>\n<ns3:Watts>251</ns3:Watts>\n</ns3:TPX>\n</Extensions>\n</Trackpoint>\n",
            lap="<AverageHeartRateBpm><Value>99</Value></AverageHeartRateBpm>",
            after='<Creator xsi:type="Device_t"><Name>Forerunner 265</Name></Creator>',
        ),
        {**PLACE, "distance_m": 17.5, "heart_rate_bpm": 141, "cadence_per_min": 83, "speed_m_s": 2.5, "power_w": 251},
        producer="Forerunner 265",
    ),
    "Strava, TCX without prefixes": App(
        *_tcx(
            "<Trackpoint><Time>{time}Z</Time>"
            + TCX_PLACE
            + "<AltitudeMeters>12.5</AltitudeMeters><DistanceMeters>17.5</DistanceMeters>"
            "<HeartRateBpm><Value>141</Value></HeartRateBpm><Cadence>83</Cadence><Extensions>"
            '<TPX xmlns="http://www.garmin.com/xmlschemas/ActivityExtension/v2">'
            "<Speed>2.5</Speed><Watts>251</Watts></TPX></Extensions></Trackpoint>"
        ),
        {**PLACE, "distance_m": 17.5, "heart_rate_bpm": 141, "cadence_per_min": 83, "speed_m_s": 2.5, "power_w": 251},
    ),
    "A treadmill, TCX": App(
        *_tcx(
            "<Trackpoint><Time>{time}Z</Time><DistanceMeters>17.5</DistanceMeters><Extensions><TPX>"
            "<RunCadence>83</RunCadence>"
            "<GroundContactTime>241.5</GroundContactTime></TPX></Extensions></Trackpoint>"
        ),
        {"distance_m": 17.5, "cadence_per_min": 83, "stance_time_s": 0.2415},
        varying=frozenset({"time_s"}),
    ),
}


@pytest.mark.parametrize("name", APPS)
def test_what_an_app_writes_is_read(name: str) -> None:
    app = APPS[name]
    recording = read_one(app.document())
    assert set(recording.columns) == set(app.values) | app.varying
    for column, value in app.values.items():
        np.testing.assert_allclose(recording.columns[column], [value] * len(SECONDS), rtol=1e-12, err_msg=column)
    np.testing.assert_array_equal(recording.columns["time_s"], list(SECONDS))
    assert (recording.start - START).total_seconds() == app.first.get("second", 0)
    assert recording.utc_offset_s == app.first.get("offset_s")
    assert not recording.problems
    assert (recording.source.producer, recording.source.name) == (app.producer, app.name)
    stated = [(session.sport, session.sub_sport) for session in recording.sessions]
    assert stated == ([] if app.sport is None else [(app.sport, app.sub_sport)])
    runs, _ = runs_of(recording)
    assert len(runs) == (1 if app.sport == "running" else len(runs))


@pytest.mark.parametrize(
    ("written", "sport", "sub_sport"),
    [
        ("outdoor_running", "running", None),
        ("Running - Treadmill", "running", "treadmill"),
        ("Mountain trail run", "running", "trail"),
        ("Morning jog", "running", None),
        ("trunk", "trunk", None),
    ],
)
def test_one_word_of_running_among_others_is_enough(written: str, sport: str, sub_sport: str | None) -> None:
    head, point, tail = _gpx("", f"<trk><type>{written}</type>", f'<trkpt lat="{{lat}}" lon="6.5">{PLACED}</trkpt>')
    (session,) = read_one(App(head, point, tail, {}).document()).sessions
    assert (session.sport, session.sub_sport) == (sport, sub_sport)


def test_a_multisport_session_is_an_activity_for_each_sport() -> None:
    head, point, _ = _tcx("<Trackpoint><Time>{time}Z</Time><DistanceMeters>{k}</DistanceMeters></Trackpoint>")
    activity = App(head, point, "</Track></Lap></Activity>", {}).document()
    activity = activity[activity.index("<Activity ") :]
    transition = (
        f'<Transition StartTime="{stamp(40)}"><Track><Trackpoint><Time>{stamp(41)}</Time></Trackpoint></Track></Transition>'
    )
    document = (
        "<TrainingCenterDatabase><Activities><MultiSportSession><Id>x</Id>"
        f"<FirstSport>{activity.replace('Running', 'Biking')}</FirstSport><NextSport>{transition}{activity}</NextSport>"
        "</MultiSportSession></Activities></TrainingCenterDatabase>"
    )
    biking, running = read_bytes(document.encode(), "made")
    assert [one.sessions[0].sport for one in (biking, running)] == ["cycling", "running"]
    assert len(running.columns["time_s"]) == len(SECONDS)


@pytest.mark.parametrize(("factor", "told"), [(3.6, True), (3.4, True), (1.0, False), (2.0, False), (0.5, False)])
def test_speeds_in_km_h_are_left_out_and_said(factor: float, told: bool) -> None:
    points = "".join(
        f"<Trackpoint><Time>{stamp(k)}</Time><DistanceMeters>{k * 3}</DistanceMeters>"
        f"<Extensions><TPX><Speed>{3 * factor}</Speed></TPX></Extensions></Trackpoint>"
        for k in range(100)
    )
    head, _, tail = _tcx("")
    recording = read_one(head + points + tail)
    assert ("speed_m_s" in recording.columns) is not told
    assert ["km/h" in problem.message for problem in recording.problems] == [True] * told


def test_speeds_stay_where_too_little_says_their_unit() -> None:
    for metres, seconds in ((3, 50), (0, 100)):
        points = "".join(
            f"<Trackpoint><Time>{stamp(k)}</Time><DistanceMeters>{k * metres}</DistanceMeters><Speed>10.8</Speed></Trackpoint>"
            for k in range(seconds)
        )
        head, _, tail = _tcx("")
        assert "speed_m_s" in read_one(head + points + tail).columns
