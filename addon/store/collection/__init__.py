"""An open stored collection, and the merge of what a client sends into it."""
