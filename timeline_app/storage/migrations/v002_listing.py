"""Indexes that hold what lists and searches ask for, so that they do not read whole texts."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE document ADD COLUMN is_disputed INTEGER NOT NULL DEFAULT 0",
    "UPDATE document SET is_disputed = coalesce(json_array_length(head, '$.rival_dcts'), 0) > 0",
    "CREATE INDEX document_listed ON document(is_removed, published, id, path, title, outlet, url, "
    "language, timex_count, placed_count, copy_of, is_disputed)",
    'CREATE INDEX event_listed ON event(is_live, type, modality, "begin", "end", flags)',
    "CREATE INDEX mention_listed ON mention(document_id, is_retired, event_id)",
)
