"""An uploaded schema-18 collection, made into schema 11 without Anki."""
