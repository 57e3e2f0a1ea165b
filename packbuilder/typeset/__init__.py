"""Typesetting: a document and a layout to a PDF. The only importer of reportlab and pypdf."""
