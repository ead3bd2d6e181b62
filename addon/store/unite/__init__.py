"""Unite an uploaded collection with the stored one, so that neither loses anything.

Only for users whose store is bridged with a desktop's collection; for others an upload replaces
what is stored, as the client's question says (docs/decisions.md).
"""
