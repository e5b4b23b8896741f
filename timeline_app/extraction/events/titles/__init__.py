"""Titles as a person would write them, by the grammar of headlines."""
