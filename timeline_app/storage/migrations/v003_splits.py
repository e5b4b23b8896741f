"""Indexes that find at once which events were split from another, and an article's sketch."""

STATEMENTS: tuple[str, ...] = (
    "CREATE INDEX overlay_split ON overlay(value) WHERE field = 'apart_from'",
    "CREATE INDEX sketch_by_document ON sketch(document_id, value)",
)
