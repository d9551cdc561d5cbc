"""axe-core, the checker that others use, finds nothing to object to: WCAG A and AA and its best practices, light and dark."""

import pytest

from tests.browser.conftest import Reader
from tests.browser.reports import looked_at
from tests.browser.test_opens import UNFOLD

# What is in a picture is one image to a screen reader (role="img"); its colours are in tests/render_html/test_theme.py.
VIOLATIONS = """async (options) => {
  const where = { exclude: [[".plot .svg-container"]] };
  const { violations, passes } = await axe.run(where, Object.assign({ resultTypes: ["violations"] }, options));
  const told = (node) => node.target.join(" ") + ": " + node.failureSummary.split("\\n").slice(1).join(" ").trim();
  return {
    passed: passes.map((one) => one.id),
    violations: violations.map((one) => [one.id].concat(one.nodes.slice(0, 3).map(told)))
  };
}"""
COLOURS = {"runOnly": ["color-contrast"]}


@pytest.mark.parametrize("report", looked_at())
def test_axe_finds_no_violation_light_and_dark(reader: Reader, axe: str, report: str) -> None:
    page = reader.open(report).page
    page.evaluate(UNFOLD)
    page.evaluate(axe)
    light = page.evaluate(VIOLATIONS, {})
    assert {"color-contrast", "document-title", "heading-order", "region"} <= set(light["passed"])
    assert light["violations"] == []
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(VIOLATIONS, COLOURS)  # nothing but colours differs
    assert dark == {"passed": ["color-contrast"], "violations": []}
    page.close()


def test_axe_sees_what_is_wrong(reader: Reader, axe: str) -> None:
    page = reader.open("no runs").page
    page.evaluate("""() => {
      const box = document.createElement("div");
      box.innerHTML = '<h5>x</h5><input><p style="color:#999;background:#fff">pale</p>';
      document.querySelector("main").append(box);
    }""")
    page.evaluate(axe)
    found = {violation[0] for violation in page.evaluate(VIOLATIONS, {})["violations"]}
    assert {"label", "color-contrast", "heading-order"} <= found
    page.close()
