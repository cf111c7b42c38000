"""The tables of a progress file, as steps from version to version. `PRAGMA user_version` is the last step applied.

A released step never changes; add a new one.
"""

OWNER = 0x53434F51
"""The `PRAGMA application_id` that distinguishes a progress file from other databases: SCOQ in ASCII."""

CREDIT_UNIT = 720_720_000_000
"""Credits are added up as whole numbers of this part of a point: exact, also backwards, for most fractions."""

QUARTER_MS = 900_000
"""The offsets of all time zones are whole quarters of an hour, so a day consists of them."""

_COUNTED = "outcome, credit, duration, mode, rating, utc_offset"
_ANSWERS = f"""
        INSERT INTO question_total VALUES (
            ROW.bank, ROW.question, TIMES, TIMES * (ROW.outcome IS NOT NULL), TIMES * (ROW.credit = 1),
            TIMES * CAST(round(ROW.credit * {CREDIT_UNIT}) AS INTEGER)
        ) ON CONFLICT (bank, question) DO UPDATE SET given = given + excluded.given,
            judged = judged + excluded.judged, right = right + excluded.right, credit = credit + excluded.credit;
        INSERT INTO quarter_total VALUES (
            ROW.bank, ROW.at / {QUARTER_MS}, TIMES, TIMES * (ROW.outcome IS NOT NULL), TIMES * (ROW.credit = 1),
            TIMES * ROW.duration, TIMES * (ROW.outcome IS NOT NULL OR ROW.mode = 'anki'), 0, 0
        ) ON CONFLICT (bank, quarter) DO UPDATE SET given = given + excluded.given,
            judged = judged + excluded.judged, right = right + excluded.right,
            duration = duration + excluded.duration, studied = studied + excluded.studied;"""
# of the answer and of the next one to the question
_REVIEWS = f"""
        INSERT INTO quarter_total
            SELECT bank, at / {QUARTER_MS}, 0, 0, 0, 0, 0, TIMES, TIMES * (rating > 1)
            FROM review_day AS later
            WHERE bank = ROW.bank AND question = ROW.question AND at IN (ROW.at, (
                SELECT at FROM answer WHERE bank = ROW.bank AND question = ROW.question AND at > ROW.at
                AND rating IS NOT NULL ORDER BY at LIMIT 1
            )) AND day > (
                SELECT day FROM review_day AS earlier WHERE bank = ROW.bank AND question = ROW.question
                AND earlier.at < later.at ORDER BY at DESC LIMIT 1
            )
            ON CONFLICT (bank, quarter) DO UPDATE SET reviews = reviews + excluded.reviews,
            recalled = recalled + excluded.recalled;"""


def _trigger(name: str, event: str, action: tuple[str, str, int]) -> str:
    """Return a trigger that adds a row of `answer` to the totals, or takes it from them."""
    row, statements, sign = action
    body = statements.replace("ROW.", f"{row}.").replace("TIMES", str(sign))
    return f"""CREATE TRIGGER {name} {event} ON answer WHEN EXISTS (SELECT 1 FROM calendar) BEGIN{body}
    END;"""


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
    # Totals that `stats` would otherwise count from all answers. Triggers keep them, also of an older program.
    # They are right only while `calendar` has a row: days depend on it. Without one, triggers rest and `totals.py`
    # counts again. A review counts if the previous one of its question was on an earlier day, so a new answer can
    # change how the next one counts.
    f"""
    CREATE TABLE calendar (
        utc_offset INTEGER NOT NULL,    -- minutes, of answers without an own one
        begins INTEGER NOT NULL         -- ms after midnight at which a day begins
    );
    CREATE TABLE question_total (
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        given INTEGER NOT NULL,
        judged INTEGER NOT NULL,
        right INTEGER NOT NULL,
        credit INTEGER NOT NULL,        -- in units of 1/{CREDIT_UNIT}
        PRIMARY KEY (bank, question)
    ) WITHOUT ROWID;
    CREATE TABLE quarter_total (        -- of a quarter of an hour
        bank TEXT NOT NULL,
        quarter INTEGER NOT NULL,       -- counted from 1970 (UTC)
        given INTEGER NOT NULL,
        judged INTEGER NOT NULL,
        right INTEGER NOT NULL,
        duration INTEGER NOT NULL,
        studied INTEGER NOT NULL,       -- without skipped questions
        reviews INTEGER NOT NULL,
        recalled INTEGER NOT NULL,
        PRIMARY KEY (bank, quarter)
    ) WITHOUT ROWID;
    CREATE VIEW review_day AS
        SELECT bank, question, at, rating,
            (at + coalesce(answer.utc_offset, calendar.utc_offset) * 60000 - begins) / 86400000 AS day
        FROM calendar CROSS JOIN answer WHERE rating IS NOT NULL;
    INSERT INTO calendar SELECT 0, 14400000 WHERE NOT EXISTS (SELECT 1 FROM answer);
    CREATE TRIGGER answer_moved AFTER UPDATE OF bank, question, at ON answer BEGIN
        DELETE FROM calendar;
    END;
    {_trigger("answer_inserting", "BEFORE INSERT", ("NEW", _REVIEWS, -1))}
    {_trigger("answer_inserted", "AFTER INSERT", ("NEW", _ANSWERS + _REVIEWS, 1))}
    {_trigger("answer_deleting", "BEFORE DELETE", ("OLD", _ANSWERS + _REVIEWS, -1))}
    {_trigger("answer_deleted", "AFTER DELETE", ("OLD", _REVIEWS, 1))}
    {_trigger("answer_updating", f"BEFORE UPDATE OF {_COUNTED}", ("OLD", _ANSWERS + _REVIEWS, -1))}
    {_trigger("answer_updated", f"AFTER UPDATE OF {_COUNTED}", ("NEW", _ANSWERS + _REVIEWS, 1))}
    """,
)
