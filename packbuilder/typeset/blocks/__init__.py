"""One file a kind of block: how it becomes a fragment. The table of kinds is `packbuilder.typeset.setter`."""
