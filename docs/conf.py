"""Sphinx settings: `sphinx-build -W -b html docs docs/_build/html`."""

project = "Readout"
author = "The authors of Readout"
copyright = author
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Readout"
myst_heading_anchors = 3
nitpicky = True
