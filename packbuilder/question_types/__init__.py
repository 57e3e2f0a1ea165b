"""Interactions: one file a way of answering. The table of kinds is `packbuilder.question_types.registry`."""
