"""Events out of other programs' files, one module a format, as events made by hand."""
