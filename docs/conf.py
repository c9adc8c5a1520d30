"""Sphinx settings: `sphinx-build -W -b html docs docs/_build/html`."""

project = "Readout"
author = "The authors of Readout"
copyright = author
extensions = ["myst_nb"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Readout"
myst_heading_anchors = 3
nitpicky = True
nb_execution_mode = "force"
nb_execution_timeout = 180
nb_execution_raise_on_error = True
nb_merge_streams = True
