"""The application: wires the stages together. The only code that opens files; the command line is a thin skin over it."""
