"""Chronologies of the library's events in other programs' formats, one module a format."""
