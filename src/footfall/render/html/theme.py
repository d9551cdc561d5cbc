"""The tokens of the page: one table of colours for light and dark, and what every picture shares.

A figure never holds a colour. It holds `var(--name)`, the page's style sheet defines the same names, and report.js fills
them in before it draws and again when the reader's device turns dark: one source, no second palette to forget.
"""

from collections.abc import Mapping
from types import MappingProxyType

Json = dict[str, object]

FONT = 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

TOKENS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        # name: (light, dark); contrast on `bg` is measured in tests/render_html/test_theme.py
        "bg": ("#fcfcfa", "#14171a"),
        "card": ("#ffffff", "#1b1f23"),
        "ink": ("#1a1d21", "#eceef0"),
        "ink2": ("#454b52", "#bcc3ca"),
        "ink3": ("#636a72", "#969ea6"),
        "rule": ("#d5d9dc", "#373d43"),
        "grid": ("#e9ecee", "#272c31"),
        "accent": ("#0a5c8a", "#74b9e6"),
        "load0": ("#eef1f3", "#23292e"),
        "load1": ("#cfe0ec", "#1f4159"),
        "load2": ("#9fc3dc", "#265f84"),
        "load3": ("#5896c0", "#3a86b7"),
        "load4": ("#2a719f", "#74b3da"),
        "load5": ("#0b4468", "#c7e3f4"),
        "pain": ("#d55e00", "#ff8a3d"),
        "pain-text": ("#a34000", "#ffa869"),
        "band": ("#e3e7ea", "#2c3237"),
        "clock": ("#f8ecca", "#3b331a"),
        "clock-text": ("#6e5200", "#e2c56b"),
        "red": ("#a1121f", "#ff8085"),
        "red-tint": ("#fdf1f1", "#2c1719"),
        "warn": ("#805300", "#e3b65a"),
        # made from the above: never more than a quarter opaque, so that lines stay legible through them
        "ribbon": ("rgba(10,92,138,0.16)", "rgba(116,185,230,0.18)"),
        "others": ("rgba(99,106,114,0.30)", "rgba(150,158,166,0.30)"),
        "clock-veil": ("rgba(243,214,128,0.38)", "rgba(226,197,107,0.17)"),
        "band-veil": ("rgba(99,106,114,0.17)", "rgba(150,158,166,0.20)"),
        "hatch": ("#8a929a", "#7b848c"),
    }
)


def paint(name: str) -> str:
    """How a figure names a colour. Raises KeyError for a token that does not exist."""
    TOKENS[name]
    return f"var(--{name})"


def style_variables(dark: bool) -> str:
    """The tokens as CSS declarations."""
    return "".join(f"--{name}:{pair[1] if dark else pair[0]};" for name, pair in TOKENS.items())


def template() -> Json:
    """The plotly template of every figure: no spines, no vertical grid, few quiet horizontal lines, no legend."""
    axis: Json = {
        "zeroline": False,
        "ticks": "",
        "showline": False,
        "automargin": False,
        "fixedrange": True,
        "tickfont": {"color": paint("ink3"), "size": 12},
        "title": {"text": ""},
    }
    return {
        "layout": {
            "font": {"family": FONT, "size": 12, "color": paint("ink2")},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": {"l": 44, "r": 16, "t": 28, "b": 36},
            "xaxis": {**axis, "showgrid": False},
            "yaxis": {**axis, "showgrid": True, "gridcolor": paint("grid"), "nticks": 5},
            "colorway": [paint("load3"), paint("accent"), paint("ink3")],
            "showlegend": False,
            "bargap": 0.44,
            "hovermode": "closest",
            "hoverlabel": {
                "bgcolor": paint("card"),
                "bordercolor": paint("rule"),
                "font": {"size": 14, "color": paint("ink"), "family": FONT},
                "align": "left",
            },
            "dragmode": False,
            "annotationdefaults": {"showarrow": False, "font": {"size": 12, "color": paint("ink2"), "family": FONT}},
        }
    }


CONFIG: Mapping[str, object] = MappingProxyType(
    {
        "displayModeBar": False,
        "responsive": False,  # report.js watches the box itself
        "scrollZoom": False,
        "doubleClick": False,  # codespell:ignore
        "showTips": False,
    }
)
"""The plotly config of every figure."""
