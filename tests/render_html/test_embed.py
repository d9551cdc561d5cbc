import subprocess
import sys

from plotly.offline import get_plotlyjs

from footfall.render.html import embed


def test_the_script_is_the_one_that_plotly_gives() -> None:
    assert embed.plotly_script() == get_plotlyjs()


def test_plotly_is_not_imported_for_it() -> None:
    code = "import sys; from footfall.render.html import embed; embed.plotly_script(); sys.exit('plotly' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
