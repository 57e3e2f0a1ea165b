"""Products: topics or a form to a document. One file a product."""
