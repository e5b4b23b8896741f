"""Names in a text: gazetteers, word lists, and capitalised runs, for actors and places alike."""
