"""`a11y`: what a PDF offers to somebody who cannot see it, told in words. `report` is the whole of it; each of the others finds one kind of fault."""
