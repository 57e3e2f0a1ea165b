"""Readers: bytes to topics, raw items, layouts and projects, with diagnostics. They never raise for bad content."""
