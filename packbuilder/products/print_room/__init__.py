"""What goes with the papers of a print run: registers, plans, labels, covers and lists, composed from its plan."""
