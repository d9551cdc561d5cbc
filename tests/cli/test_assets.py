"""`--assets directory`: plotly.js once beside the pages that share it, and over nobody's file."""

import re
from pathlib import Path

import pytest

from footfall.render.html.assets import FOLDER, plotly_asset
from tests.cli.conftest import Cli
from tests.render_html.dom import parse

TODAY = ("--as-of", "2026-11-16", "--quiet")


def test_several_pages_of_a_folder_share_one_script(cli: Cli, season: Path, here: Path) -> None:
    for name in ("a.html", "b.html"):
        assert cli("report", "runs", "--assets", "directory", "-o", f"pages/{name}", *TODAY).code == 0
    (script,) = (here / "pages" / FOLDER).iterdir()
    assert re.fullmatch(r"plotly-\d+\.\d+\.\d+\.min\.js", script.name)
    assert script.read_bytes() == plotly_asset().data
    for name in ("a.html", "b.html"):
        page = (here / "pages" / name).read_text(encoding="utf-8")
        assert len(page.encode()) < 1_000_000
        tree = parse(page)
        (source,) = [one.attributes["src"] for one in tree.all("script") if "src" in one.attributes]
        policy = next(one.attributes["content"] for one in tree.all("meta") if one.has("http-equiv", "Content-Security-Policy"))
        assert (here / "pages" / source).samefile(script)
        assert policy.startswith("default-src 'none'; script-src 'sha256-")
        assert "connect-src" not in policy
        assert f"which stands beside this file: {source}" in page


def test_inline_is_the_default_and_writes_nothing_beside(cli: Cli, season: Path, here: Path) -> None:
    assert cli("report", "runs", *TODAY).code == 0
    default = (here / "footfall-report.html").read_bytes()
    assert cli("report", "runs", "--assets", "inline", *TODAY).code == 0
    assert (here / "footfall-report.html").read_bytes() == default
    assert not (here / FOLDER).exists()
    assert b"<script src" not in default
    assert b"self" not in default.split(b"<title>")[0]


def test_somebody_elses_file_stays_and_no_page_is_written_before_it_is_said(cli: Cli, season: Path, here: Path) -> None:
    foreign = here / plotly_asset().name
    foreign.parent.mkdir()
    foreign.write_text("mine", encoding="utf-8")
    outcome = cli("report", "runs", "--assets", "directory", *TODAY)
    assert outcome.code == 2
    assert foreign.name in outcome.err
    assert foreign.read_text(encoding="utf-8") == "mine"
    assert not (here / "footfall-report.html").exists()
    assert cli("report", "runs", "--assets", "directory", "--force", *TODAY).code == 0
    assert foreign.read_bytes() == plotly_asset().data


@pytest.mark.parametrize("how", [("-o", "-"), ("--json",), ("-o", "r.md"), ("--format", "csv", "-o", "r.html")])
def test_where_no_page_goes_to_a_file_it_is_refused(cli: Cli, season: Path, here: Path, how: tuple[str, ...]) -> None:
    outcome = cli("report", "runs", "--assets", "directory", *how, *TODAY)
    assert outcome.code == 2
    assert "--assets directory puts a file beside a page" in outcome.err
    assert not (here / FOLDER).exists()


def test_another_word_names_the_choices(cli: Cli, season: Path) -> None:
    outcome = cli("report", "runs", "--assets", "cdn", *TODAY)
    assert outcome.code == 2
    assert "inline, directory" in outcome.err


def test_from_a_folder_below_the_way_leads_up() -> None:
    asset = plotly_asset()
    assert asset.seen_from("squad.html") == asset.name
    assert asset.seen_from("athletes/sam.html") == f"../{asset.name}"
