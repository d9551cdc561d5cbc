"""A page of the coach's: one HTML file without a script and with nothing beside it but links."""

from footfall.render.html import embed, theme
from footfall.render.html.environment import environment
from footfall.wording.locale import spoken

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def laid_out(template: str, page: object) -> str:
    """The template with everything that it lays out; the same page gives the same bytes."""
    from markupsafe import Markup

    return (
        environment()
        .get_template(template)
        .render(
            page=page,
            lang=spoken().lang,
            policy=POLICY,
            tokens_light=Markup(theme.style_variables(dark=False)),
            tokens_dark=Markup(theme.style_variables(dark=True)),
            style=Markup(embed.own("squad.css")),
        )
    )
