"""The tables of a workspace, the same on every database; what differs between databases is a `Backend`.

Everything is a row of plain columns to select by and one packed record: the value of the model as JSON, compressed.
Originals stand apart, so that going through the reports does not drag their bytes along.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, MetaData, String, Table

SCHEMA_VERSION = 2
"""Goes up with every change of the tables or of the model that an older version could not read."""

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("text_sha256", String(64), nullable=False),
    Column("readable", Boolean, nullable=False),
    Column("record", LargeBinary, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("reader", String(200), primary_key=True),
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("record", LargeBinary, nullable=False),
)

ledgers = Table(
    "ledgers",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("record", LargeBinary, nullable=False),
)

skipped = Table(
    "skipped",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("record", LargeBinary, nullable=False),
)

derived = MetaData()
"""Tables that any version makes where they are missing: what they hold can be made again from the others."""

kept = Table(
    "kept",
    derived,
    Column("kind", String(32), primary_key=True),
    Column("key", String(64), primary_key=True),
    Column("record", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("came", String(40), nullable=False),
)
"""When reports were brought in, as ISO 8601 instants; a workspace of version 1 did not keep that."""

ADDED: dict[int, tuple[Table, ...]] = {2: (arrivals,)}
"""Tables by the version that brought them: an older workspace gets them when it is next written to."""

KEPT_FOR_EVER = (reports, originals, judgements, arrivals)
"""Tables whose rows are only ever added; a backend sees to it that the database itself refuses anything else."""
