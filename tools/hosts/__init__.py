"""`python3 dev.py hosts [VERSION...]`: the add-on in real Anki of each generation people still run.

Each host is an environment of its own (recipes.py), started three times under the virtual display
with the built add-on: to install it, to serve a phone, and to sync with another server. inside.py
runs in that Anki and in its Python; everything else runs in `.venv`.
"""
