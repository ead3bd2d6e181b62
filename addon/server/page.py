"""The page for people at `/`: what this address is and what to do with it."""

from __future__ import annotations

from html import escape

from ..i18n import tr, without_unicode_isolation

# Read on a phone, often in the dark; no script, nothing fetched.
_PAGE = """<!doctype html>
<html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 2rem auto;
  padding: 0 1rem }}
code {{ display: block; font-size: 1.25rem; padding: .8rem 1rem; border: 1px solid;
  border-radius: .5rem;
  user-select: all; -webkit-user-select: all; overflow-wrap: anywhere }}
</style></head>
<body><h1>{title}</h1><p>{running}</p><code dir="ltr">{address}</code><p>{steps}</p></body></html>
"""


def render(address: str) -> str:
    """The page, showing `address`, the URL under which this computer was reached."""
    texts = {
        "title": tr.page_title(),
        "running": tr.page_running(),
        "address": address,
        "steps": tr.page_steps(),
    }
    shown = {key: escape(without_unicode_isolation(text)) for key, text in texts.items()}
    return _PAGE.format(**shown)
