"""Convert an uploaded schema-18 collection to schema 11 without Anki."""
