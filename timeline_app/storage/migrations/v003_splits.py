"""An index that finds at once which events were split from another."""

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX overlay_split ON overlay(value) WHERE field = 'apart_from'",
)
