"""Charts as values: numbers in, figure out.

A function a chart (``coverage.coverage_chart(data) -> ChartModel``). It knows no database, no clock and no
framework; the page draws the figure with Plotly, a document with matplotlib, both from one ``drawing``.
"""
