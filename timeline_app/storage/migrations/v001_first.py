"""The first schema; `docs/library-file.md` explains the tables."""

STATEMENTS: tuple[str, ...] = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "INSERT INTO meta VALUES ('revision', 0)",
    """CREATE TABLE document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        text_hash TEXT NOT NULL,
        path TEXT NOT NULL,
        title TEXT NOT NULL,
        outlet TEXT,
        url TEXT,
        published INTEGER,
        language TEXT NOT NULL,
        timex_count INTEGER NOT NULL,
        placed_count INTEGER NOT NULL,
        is_removed INTEGER NOT NULL DEFAULT 0,
        copy_of INTEGER REFERENCES document(id),
        revision INTEGER NOT NULL,
        checksum INTEGER NOT NULL DEFAULT 0,
        head TEXT NOT NULL,
        annotations TEXT NOT NULL,
        text TEXT NOT NULL)""",
    "CREATE INDEX document_by_text_hash ON document(text_hash)",
    "CREATE INDEX document_removed ON document(id) WHERE is_removed",
    "CREATE INDEX document_by_revision ON document(revision)",
    """CREATE TABLE sketch (
        value INTEGER NOT NULL,
        document_id INTEGER NOT NULL REFERENCES document(id),
        PRIMARY KEY (value, document_id)) WITHOUT ROWID""",
    """CREATE TABLE event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        is_live INTEGER NOT NULL DEFAULT 0,
        live_since INTEGER NOT NULL DEFAULT 0,
        revision INTEGER NOT NULL,
        type INTEGER NOT NULL DEFAULT 0,
        modality INTEGER NOT NULL DEFAULT 0,
        "begin" INTEGER,
        "end" INTEGER,
        flags INTEGER NOT NULL DEFAULT 0,
        title TEXT NOT NULL DEFAULT '',
        actors TEXT NOT NULL DEFAULT '',
        places TEXT NOT NULL DEFAULT '',
        sources TEXT NOT NULL DEFAULT '',
        notes TEXT NOT NULL DEFAULT '',
        quotes TEXT NOT NULL DEFAULT '')""",
    "CREATE INDEX event_by_revision ON event(revision)",
    """CREATE TABLE event_row (
        event_id INTEGER PRIMARY KEY REFERENCES event(id),
        facts BLOB NOT NULL,
        codes BLOB NOT NULL)""",
    """CREATE TABLE row_block (
        id INTEGER PRIMARY KEY,
        facts BLOB NOT NULL,
        codes BLOB NOT NULL)""",
    """CREATE TABLE name (
        id INTEGER PRIMARY KEY,
        text TEXT NOT NULL UNIQUE)""",
    """CREATE TABLE mention (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL REFERENCES document(id),
        ordinal INTEGER NOT NULL,
        key TEXT NOT NULL,
        event_id INTEGER REFERENCES event(id),
        reason TEXT NOT NULL DEFAULT '',
        is_retired INTEGER NOT NULL DEFAULT 0,
        quote TEXT NOT NULL DEFAULT '',
        checksum INTEGER NOT NULL DEFAULT 0,
        payload TEXT NOT NULL)""",
    "CREATE INDEX mention_by_document ON mention(document_id, ordinal)",
    "CREATE INDEX mention_by_event ON mention(event_id)",
    """CREATE TABLE blocking (
        key INTEGER NOT NULL,
        mention_id INTEGER NOT NULL REFERENCES mention(id),
        PRIMARY KEY (key, mention_id)) WITHOUT ROWID""",
    """CREATE TABLE overlay (
        event_id INTEGER NOT NULL REFERENCES event(id),
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (event_id, field)) WITHOUT ROWID""",
    """CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        made_at TEXT NOT NULL,
        who TEXT NOT NULL,
        name TEXT NOT NULL,
        edit TEXT NOT NULL,
        cells TEXT NOT NULL,
        quotes TEXT NOT NULL)""",
    """CREATE TABLE history_event (
        event_id INTEGER NOT NULL REFERENCES event(id),
        history_id INTEGER NOT NULL REFERENCES history(id),
        PRIMARY KEY (event_id, history_id)) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE document_fts USING fts5(
        title, text, content='document', content_rowid='id',
        tokenize="unicode61 remove_diacritics 2", prefix='3')""",
    """CREATE TRIGGER document_added AFTER INSERT ON document BEGIN
        INSERT INTO document_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
    """CREATE TRIGGER document_titled AFTER UPDATE OF title ON document
        WHEN old.title IS NOT new.title BEGIN
        INSERT INTO document_fts(document_fts, rowid, title, text)
            VALUES ('delete', old.id, old.title, old.text);
        INSERT INTO document_fts(rowid, title, text) VALUES (new.id, new.title, new.text);
    END""",
    """CREATE VIEW live_event AS
        SELECT id, title, actors, places, sources, notes, quotes FROM event WHERE is_live""",
    """CREATE VIRTUAL TABLE event_fts USING fts5(
        title, actors, places, sources, notes, quotes, content='live_event', content_rowid='id',
        tokenize="unicode61 remove_diacritics 2", prefix='3')""",
    """CREATE TRIGGER event_unfiled BEFORE UPDATE ON event WHEN old.is_live
        AND (old.is_live, old.title, old.actors, old.places, old.sources, old.notes, old.quotes)
        IS NOT (new.is_live, new.title, new.actors, new.places, new.sources, new.notes, new.quotes)
    BEGIN
        INSERT INTO event_fts(event_fts, rowid, title, actors, places, sources, notes, quotes)
            VALUES ('delete', old.id, old.title, old.actors, old.places, old.sources, old.notes,
                    old.quotes);
    END""",
    """CREATE TRIGGER event_filed AFTER UPDATE ON event WHEN new.is_live
        AND (old.is_live, old.title, old.actors, old.places, old.sources, old.notes, old.quotes)
        IS NOT (new.is_live, new.title, new.actors, new.places, new.sources, new.notes, new.quotes)
    BEGIN
        INSERT INTO event_fts(rowid, title, actors, places, sources, notes, quotes)
            VALUES (new.id, new.title, new.actors, new.places, new.sources, new.notes, new.quotes);
    END""",
)
