"""Who takes part in a happening and where it happens, read from the grammar of its sentence."""
