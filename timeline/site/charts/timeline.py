"""The timeline's histogram: Plotly makes the figure, `timeline.js` counts and fills it.

The figure holds no text of an article, a region or a configuration.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from timeline.ontology import Group, groups

if TYPE_CHECKING:
    from plotly.graph_objects import Scatter

SCRIPTS = (
    "scale.js", "tally.js", "marks.js", "lanes.js", "brush.js", "zoom.js", "play.js", "reports.js", "timeline.js",
)  # fmt: skip
CONFIG = {
    "displayModeBar": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displaylogo": False,
    "staticPlot": True,
    "responsive": False,
}
"""Plotly's own controls are off: nothing is sent anywhere, and the brush is ours."""


def figure() -> dict[str, Any]:
    """An empty figure, one stacked area a group, with steps (``hv``) that read as bars and redraw fast."""
    import plotly.graph_objects as go

    chart = go.Figure([_area(group) for group in groups().values()])
    axis = {"fixedrange": True, "zeroline": False, "ticks": "", "showline": False}
    chart.update_layout(
        template="none",
        showlegend=False,
        dragmode=False,
        hovermode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "system-ui, 'Noto Sans', sans-serif", "size": 11},
        xaxis={**axis, "type": "date", "tickmode": "array", "showgrid": True, "tickangle": 0},
        yaxis={**axis, "rangemode": "tozero", "tickformat": "d", "showgrid": True},
    )
    plain = json.loads(chart.to_json())
    return {"data": plain["data"], "layout": plain["layout"], "config": CONFIG}


def _area(group: Group) -> Scatter:
    import plotly.graph_objects as go

    line = {"shape": "hv", "width": 0, "color": group.light}
    return go.Scatter(
        name=group.code, mode="lines", stackgroup="reports", line=line, fillcolor=group.light, hoverinfo="skip"
    )
