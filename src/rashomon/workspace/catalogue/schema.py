"""The tables of the catalogue."""

from rashomon.codebook.folding import load_folding
from rashomon.model import content_id

MEANING = 2
"""Goes up where the same tables are filled in another way."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE report (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, outlet TEXT, title TEXT, begins TEXT NOT NULL,
    published TEXT NOT NULL, day TEXT, language TEXT, agency TEXT, readable INTEGER NOT NULL, characters INTEGER NOT NULL
);
CREATE INDEX report_in_order ON report (day IS NULL, day DESC, name, id);

CREATE TABLE incident (
    id TEXT PRIMARY KEY, number INTEGER NOT NULL, digest TEXT NOT NULL, type TEXT NOT NULL, first TEXT, last TEXT,
    main INTEGER NOT NULL, reports INTEGER NOT NULL, accounts INTEGER NOT NULL, disputed INTEGER NOT NULL,
    reviewed INTEGER NOT NULL, origins INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX incident_by_number ON incident (number);
CREATE TABLE whole (incident TEXT PRIMARY KEY, head TEXT NOT NULL, record BLOB NOT NULL);

CREATE TABLE former (id TEXT NOT NULL, incident TEXT NOT NULL, PRIMARY KEY (id, incident)) WITHOUT ROWID;
CREATE INDEX former_by_incident ON former (incident);

CREATE TABLE named (
    incident TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL, actor TEXT,
    PRIMARY KEY (incident, role, name)
) WITHOUT ROWID;
CREATE INDEX named_by_role ON named (role, key);

CREATE TABLE told (
    incident TEXT NOT NULL, report TEXT NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (incident, report)
) WITHOUT ROWID;
CREATE INDEX told_by_report ON told (report);

CREATE TABLE answers (incident TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (incident, other)) WITHOUT ROWID;
CREATE INDEX answers_by_other ON answers (other);

CREATE TABLE claim (
    number INTEGER PRIMARY KEY, incident TEXT NOT NULL, question TEXT NOT NULL, account TEXT NOT NULL,
    claimant TEXT, actor TEXT, record TEXT NOT NULL
);
CREATE INDEX claim_by_incident ON claim (incident);
CREATE INDEX claim_by_account ON claim (account);
CREATE INDEX claim_by_actor ON claim (actor);
CREATE INDEX claim_by_claimant ON claim (claimant);

CREATE TABLE sketch (
    incident TEXT PRIMARY KEY, title TEXT NOT NULL, start TEXT, "end" TEXT, basis TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE located (
    incident TEXT NOT NULL, place TEXT NOT NULL, precision TEXT NOT NULL, country TEXT,
    latitude REAL NOT NULL, longitude REAL NOT NULL, radius REAL, PRIMARY KEY (incident, place, latitude, longitude)
) WITHOUT ROWID;
CREATE TABLE held (
    account TEXT PRIMARY KEY, incident TEXT NOT NULL, question TEXT NOT NULL, speaker TEXT NOT NULL,
    value TEXT NOT NULL, stance TEXT NOT NULL, finding TEXT NOT NULL, before TEXT NOT NULL, against INTEGER NOT NULL,
    role TEXT
) WITHOUT ROWID;
CREATE INDEX held_by_question ON held (incident, question, speaker, value);
CREATE INDEX held_by_speaker ON held (speaker, incident, question, value);
CREATE TABLE opposed (
    speaker TEXT NOT NULL, other TEXT NOT NULL, incident TEXT NOT NULL, question TEXT NOT NULL,
    PRIMARY KEY (speaker, other, incident, question)
) WITHOUT ROWID;
CREATE INDEX opposed_by_incident ON opposed (incident);

CREATE TABLE speaker (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, actor TEXT, name TEXT NOT NULL, accounts INTEGER NOT NULL,
    incidents INTEGER NOT NULL
);

CREATE TABLE queue (
    item TEXT NOT NULL, kind TEXT NOT NULL, incident TEXT NOT NULL, question TEXT, account TEXT, other TEXT,
    place INTEGER NOT NULL, PRIMARY KEY (item, incident)
) WITHOUT ROWID;
CREATE INDEX queue_by_incident ON queue (incident);
CREATE TABLE waiting (
    number INTEGER PRIMARY KEY, item TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, incident TEXT NOT NULL, question TEXT,
    account TEXT, other TEXT
);
CREATE INDEX waiting_by_kind ON waiting (kind, number);
CREATE TABLE anchored (
    anchor TEXT NOT NULL, incident TEXT NOT NULL, account TEXT NOT NULL, PRIMARY KEY (anchor, account)
) WITHOUT ROWID;
CREATE INDEX anchored_by_incident ON anchored (incident);
CREATE TABLE compared (
    one TEXT NOT NULL, other TEXT NOT NULL, digests TEXT NOT NULL, missing REAL NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE TABLE lineage (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, record BLOB NOT NULL);
CREATE TABLE lineage_report (report TEXT NOT NULL, lineage INTEGER NOT NULL, PRIMARY KEY (report, lineage)) WITHOUT ROWID;

CREATE VIRTUAL TABLE report_words USING fts5(title, outlet, body, content='', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE claim_words USING fts5(who, said, tokenize='unicode61 remove_diacritics 2');
"""


def version() -> str:
    """What a catalogue must have been made with to be gone on with; another one is made anew."""
    return content_id("catalogue", MEANING, TABLES, sorted(load_folding().table.items()))
