"""Drawings as Plotly figures in JSON: what the page's script draws."""
