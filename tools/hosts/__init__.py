"""`python3 dev.py hosts [VERSION...]`: try the add-on in each generation of Anki still in use.

Each host is an environment of its own (recipes.py). Its Anki is started once for each step
(trial.py) under the virtual display with the built add-on. inside.py runs in that Anki and its
Python; everything else runs in `.venv`.
"""
