"""The command line: one thin file a command over `packbuilder.app`. The only importer of click."""
