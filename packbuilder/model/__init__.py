"""The values that the stages pass on: topics, items, blueprints, forms and mark schemes."""
