"""The tables of a progress file, as steps from version to version. `PRAGMA user_version` is the last step applied.

A released step never changes; add a new one.
"""

OWNER = 0x53434F51
"""The `PRAGMA application_id` that distinguishes a progress file from other databases: SCOQ in ASCII."""

STEPS = (
    f"""
    PRAGMA application_id = {OWNER};

    CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        bank TEXT NOT NULL,
        mode TEXT NOT NULL,
        seed INTEGER NOT NULL,
        questions TEXT NOT NULL,        -- first ids, as a JSON array, in the order of asking
        settings TEXT NOT NULL,         -- a JSON object: time limit, pass mark
        started INTEGER NOT NULL,       -- ms since 1970 (UTC), as all moments here
        used INTEGER NOT NULL DEFAULT 0,  -- ms spent with it, pauses apart
        ended INTEGER                   -- NULL: it can be resumed
    );
    CREATE INDEX session_open ON session (bank, ended);

    CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        bank TEXT NOT NULL,
        question TEXT NOT NULL,         -- the first id of the question, which a rename leaves as it is
        at INTEGER NOT NULL,
        response TEXT,                  -- a JSON array; NULL: skipped, or a review in Anki
        outcome TEXT,                   -- right, partly, almost, wrong; NULL as above
        credit REAL NOT NULL,           -- 0 to 1
        duration INTEGER NOT NULL,      -- ms, 0: unknown
        mode TEXT NOT NULL,
        rating INTEGER,                 -- 1 again to 4 easy; NULL: does not count for the schedule
        hint_taken INTEGER NOT NULL DEFAULT 0,
        claimed INTEGER NOT NULL DEFAULT 0,
        session INTEGER REFERENCES session (id) ON DELETE SET NULL,
        UNIQUE (bank, question, at)
    );
    CREATE INDEX answer_at ON answer (bank, at);
    CREATE INDEX answer_session ON answer (session) WHERE session IS NOT NULL;

    CREATE TABLE memory (               -- what the answers of a question amount to, so that none need be replayed
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        state INTEGER NOT NULL,         -- 1 learning, 2 review, 3 relearning
        stability REAL NOT NULL,        -- days
        difficulty REAL NOT NULL,       -- 1 to 10
        due INTEGER NOT NULL,
        last_review INTEGER NOT NULL,
        steps_left INTEGER NOT NULL,
        first_review INTEGER NOT NULL,
        PRIMARY KEY (bank, question)
    ) WITHOUT ROWID;
    CREATE INDEX memory_due ON memory (bank, due);
    CREATE INDEX memory_first ON memory (bank, first_review);

    CREATE TABLE setting (              -- desired_retention
        name TEXT PRIMARY KEY,
        value REAL NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE flag (
        id INTEGER PRIMARY KEY,
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        at INTEGER NOT NULL,
        note TEXT NOT NULL,
        UNIQUE (bank, question, at)
    );
    """,
    # The memories counted spans of 24 hours. While the file says `outdated`, `store_of` computes them again.
    # `utc_offset` is how many minutes the student's local time was ahead of UTC; NULL: unknown.
    """
    ALTER TABLE answer ADD COLUMN utc_offset INTEGER;
    DROP TABLE memory;
    CREATE TABLE memory (
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        state INTEGER NOT NULL,         -- 1 learning, 2 review, 3 relearning
        stability REAL NOT NULL,        -- days
        difficulty REAL NOT NULL,       -- 1 to 10
        due INTEGER NOT NULL,
        last_review INTEGER NOT NULL,
        steps_left INTEGER NOT NULL,
        day INTEGER NOT NULL,           -- the student's day of the last review, counted from 1970
        interval INTEGER NOT NULL,      -- days from then until it is due; 0: in learning
        first_review INTEGER NOT NULL,
        PRIMARY KEY (bank, question)
    ) WITHOUT ROWID;
    CREATE INDEX memory_due ON memory (bank, due);
    CREATE INDEX memory_first ON memory (bank, first_review);
    INSERT INTO setting SELECT 'outdated', 1 WHERE EXISTS (SELECT 1 FROM answer);
    """,
)
