"""The local page, asked over HTTP without a network."""
