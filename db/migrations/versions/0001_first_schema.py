"""The first schema: every list of the office, what happened to it, and what was painted last."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["changes.sequence"], name=op.f("fk_changes_undoes")),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_changes")),
    )
    op.create_index(op.f("ix_changes_undoes"), "changes", ["undoes"], unique=False)
    op.create_table(
        "glance",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("json", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_glance")),
    )
    op.create_table(
        "notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("superior", sa.Text(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("province", sa.Text(), nullable=True),
        sa.Column("congress", sa.Text(), nullable=True),
        sa.Column("term", sa.Boolean(), nullable=True),
        sa.Column("term_from", sa.Text(), nullable=True),
        sa.Column("term_to", sa.Text(), nullable=True),
        sa.Column("settings", sa.Text(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_office_single")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("born", sa.Integer(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
    )
    op.create_table(
        "profiles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("base", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profiles")),
    )
    op.create_table(
        "programmes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("adopted", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programmes")),
    )
    op.create_table(
        "regulation_texts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regulation_texts")),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
    )
    op.create_table(
        "absences",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("to", sa.Text(), nullable=True),
        sa.Column("area", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("content", sa.Text(), nullable=True),
        sa.Column("destination", sa.Text(), nullable=True),
        sa.Column("reported", sa.Text(), nullable=True),
        sa.Column("reported_to", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("result_reported", sa.Text(), nullable=True),
        sa.Column("cover", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["cover"], ["people.id"], name=op.f("fk_absences_cover"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_absences_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
    )
    op.create_index(op.f("ix_absences_cover"), "absences", ["cover"], unique=False)
    op.create_index(op.f("ix_absences_person"), "absences", ["person"], unique=False)
    op.create_table(
        "directives",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("lead", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead"], ["units.id"], name=op.f("fk_directives_lead"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_directives")),
    )
    op.create_index(op.f("ix_directives_lead"), "directives", ["lead"], unique=False)
    op.create_table(
        "history",
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["sequence"], ["changes.sequence"], name=op.f("fk_history_sequence")),
        sa.PrimaryKeyConstraint("sequence", "kind", "record", name=op.f("pk_history")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_history_kind_record"), "history", ["kind", "record"], unique=False)
    op.create_table(
        "meetings",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("start", sa.Text(), nullable=True),
        sa.Column("end", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("convened_by", sa.Text(), nullable=True),
        sa.Column("chair", sa.Text(), nullable=True),
        sa.Column("chair_authorised", sa.Boolean(), nullable=True),
        sa.Column("chair_authorised_by", sa.Text(), nullable=True),
        sa.Column("chair_authorised_on", sa.Text(), nullable=True),
        sa.Column("secretary", sa.Text(), nullable=True),
        sa.Column("invitations_sent", sa.Text(), nullable=True),
        sa.Column("closed_session", sa.Boolean(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), nullable=True),
        sa.Column("minutes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chair"], ["people.id"], name=op.f("fk_meetings_chair"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["chair_authorised_by"],
            ["people.id"],
            name=op.f("fk_meetings_chair_authorised_by"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["secretary"], ["people.id"], name=op.f("fk_meetings_secretary"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_meetings")),
    )
    op.create_index(op.f("ix_meetings_chair"), "meetings", ["chair"], unique=False)
    op.create_index(op.f("ix_meetings_chair_authorised_by"), "meetings", ["chair_authorised_by"], unique=False)
    op.create_index(op.f("ix_meetings_secretary"), "meetings", ["secretary"], unique=False)
    op.create_table(
        "office_days_off",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["office"], ["office.id"], name=op.f("fk_office_days_off_office"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("office", "ordinal", name=op.f("pk_office_days_off")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office_regulations",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("overrides", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office"], ["office.id"], name=op.f("fk_office_regulations_office"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("office", "ordinal", name=op.f("pk_office_regulations")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "office_working_days",
        sa.Column("office", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office"], ["office.id"], name=op.f("fk_office_working_days_office"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("office", "ordinal", name=op.f("pk_office_working_days")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "people_posts",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("post", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("to", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_people_posts_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("owner", "ordinal", name=op.f("pk_people_posts")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "people_seats",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("to", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["owner"], ["people.id"], name=op.f("fk_people_seats_owner"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("owner", "ordinal", name=op.f("pk_people_seats")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "profiles_parameters",
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("cite", sa.Boolean(), nullable=True),
        sa.Column("cite_article", sa.Text(), nullable=True),
        sa.Column("cite_clause", sa.Text(), nullable=True),
        sa.Column("cite_point", sa.Text(), nullable=True),
        sa.Column("cite_paragraph", sa.Text(), nullable=True),
        sa.Column("cite_dash", sa.Text(), nullable=True),
        sa.Column("means", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["profile"], ["profiles.id"], name=op.f("fk_profiles_parameters_profile"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("profile", "ordinal", name=op.f("pk_profiles_parameters")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reports",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=True),
        sa.Column("to", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("received", sa.Text(), nullable=True),
        sa.Column("form", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_reports_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_person"), "reports", ["person"], unique=False)
    op.create_table(
        "visits",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("result", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_visits_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["unit"], ["units.id"], name=op.f("fk_visits_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    op.create_index(op.f("ix_visits_person"), "visits", ["person"], unique=False)
    op.create_index(op.f("ix_visits_unit"), "visits", ["unit"], unique=False)
    op.create_table(
        "absences_attachments",
        sa.Column("absence", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["absence"], ["absences.id"], name=op.f("fk_absences_attachments_absence"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("absence", "ordinal", name=op.f("pk_absences_attachments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballots",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("matter", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("sent", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("closed", sa.Text(), nullable=True),
        sa.Column("directed_by", sa.Text(), nullable=True),
        sa.Column("sent_to", sa.Boolean(), nullable=True),
        sa.Column("important_differences", sa.Boolean(), nullable=True),
        sa.Column("differences_judged", sa.Boolean(), nullable=True),
        sa.Column("differences_judged_by", sa.Text(), nullable=True),
        sa.Column("differences_judged_on", sa.Text(), nullable=True),
        sa.Column("differences_judged_reason", sa.Text(), nullable=True),
        sa.Column("referred_to", sa.Text(), nullable=True),
        sa.Column("reported_at", sa.Text(), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["differences_judged_by"],
            ["people.id"],
            name=op.f("fk_ballots_differences_judged_by"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["referred_to"], ["meetings.id"], name=op.f("fk_ballots_referred_to"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["reported_at"], ["meetings.id"], name=op.f("fk_ballots_reported_at"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
    )
    op.create_index(op.f("ix_ballots_differences_judged_by"), "ballots", ["differences_judged_by"], unique=False)
    op.create_index(op.f("ix_ballots_referred_to"), "ballots", ["referred_to"], unique=False)
    op.create_index(op.f("ix_ballots_reported_at"), "ballots", ["reported_at"], unique=False)
    op.create_table(
        "delegated",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("item", sa.Text(), nullable=True),
        sa.Column("matter", sa.Text(), nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("reported_at", sa.Text(), nullable=True),
        sa.Column("referred_to", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["referred_to"],
            ["meetings.id"],
            name=op.f("fk_delegated_referred_to"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["reported_at"],
            ["meetings.id"],
            name=op.f("fk_delegated_reported_at"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegated")),
    )
    op.create_index(op.f("ix_delegated_referred_to"), "delegated", ["referred_to"], unique=False)
    op.create_index(op.f("ix_delegated_reported_at"), "delegated", ["reported_at"], unique=False)
    op.create_table(
        "directives_reviews",
        sa.Column("directive", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("done", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["directive"], ["directives.id"], name=op.f("fk_directives_reviews_directive"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("directive", "ordinal", name=op.f("pk_directives_reviews")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "directives_with",
        sa.Column("directive", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["directive"], ["directives.id"], name=op.f("fk_directives_with_directive"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["unit"], ["units.id"], name=op.f("fk_directives_with_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("directive", "ordinal", name=op.f("pk_directives_with")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_directives_with_unit"), "directives_with", ["unit"], unique=False)
    op.create_table(
        "meetings_agenda",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("time", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("matter", sa.Text(), nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("preparer", sa.Text(), nullable=True),
        sa.Column("presenter", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("in_charge", sa.Text(), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=True),
        sa.Column("documents_received", sa.Text(), nullable=True),
        sa.Column("documents_state", sa.Text(), nullable=True),
        sa.Column("documents_note", sa.Text(), nullable=True),
        sa.Column("documents_sent", sa.Text(), nullable=True),
        sa.Column("unscheduled", sa.Boolean(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("conclusion", sa.Text(), nullable=True),
        sa.Column("vote", sa.Boolean(), nullable=True),
        sa.Column("vote_method", sa.Text(), nullable=True),
        sa.Column("vote_counts", sa.Boolean(), nullable=True),
        sa.Column("vote_counts_approve", sa.Integer(), nullable=True),
        sa.Column("vote_counts_reject", sa.Integer(), nullable=True),
        sa.Column("vote_counts_other", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["in_charge"],
            ["people.id"],
            name=op.f("fk_meetings_agenda_in_charge"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], name=op.f("fk_meetings_agenda_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["preparer"], ["units.id"], name=op.f("fk_meetings_agenda_preparer"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["presenter"],
            ["people.id"],
            name=op.f("fk_meetings_agenda_presenter"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("meeting", "id", name=op.f("pk_meetings_agenda")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meetings_agenda_in_charge"), "meetings_agenda", ["in_charge"], unique=False)
    op.create_index(op.f("ix_meetings_agenda_preparer"), "meetings_agenda", ["preparer"], unique=False)
    op.create_index(op.f("ix_meetings_agenda_presenter"), "meetings_agenda", ["presenter"], unique=False)
    op.create_table(
        "meetings_attachments",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], name=op.f("fk_meetings_attachments_meeting"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("meeting", "ordinal", name=op.f("pk_meetings_attachments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meetings_attendance",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], name=op.f("fk_meetings_attendance_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_meetings_attendance_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("meeting", "ordinal", name=op.f("pk_meetings_attendance")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meetings_attendance_person"), "meetings_attendance", ["person"], unique=False)
    op.create_table(
        "meetings_guests",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("superior", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], name=op.f("fk_meetings_guests_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_meetings_guests_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["unit"], ["units.id"], name=op.f("fk_meetings_guests_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("meeting", "ordinal", name=op.f("pk_meetings_guests")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meetings_guests_person"), "meetings_guests", ["person"], unique=False)
    op.create_index(op.f("ix_meetings_guests_unit"), "meetings_guests", ["unit"], unique=False)
    op.create_table(
        "meetings_requested_by",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting"], ["meetings.id"], name=op.f("fk_meetings_requested_by_meeting"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
            name=op.f("fk_meetings_requested_by_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("meeting", "ordinal", name=op.f("pk_meetings_requested_by")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_meetings_requested_by_person"), "meetings_requested_by", ["person"], unique=False)
    op.create_table(
        "programmes_items",
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("lead", sa.Text(), nullable=True),
        sa.Column("product", sa.Text(), nullable=True),
        sa.Column("participants", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("meeting", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead"], ["units.id"], name=op.f("fk_programmes_items_lead"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["meeting"],
            ["meetings.id"],
            name=op.f("fk_programmes_items_meeting"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["programme"], ["programmes.id"], name=op.f("fk_programmes_items_programme"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("programme", "ordinal", name=op.f("pk_programmes_items")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_programmes_items_lead"), "programmes_items", ["lead"], unique=False)
    op.create_index(op.f("ix_programmes_items_meeting"), "programmes_items", ["meeting"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("reported_at", sa.Text(), nullable=True),
        sa.Column("sent_up", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reported_at"], ["meetings.id"], name=op.f("fk_reviews_reported_at"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reviews")),
    )
    op.create_index(op.f("ix_reviews_reported_at"), "reviews", ["reported_at"], unique=False)
    op.create_table(
        "ballots_attachments",
        sa.Column("ballot", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ballot"], ["ballots.id"], name=op.f("fk_ballots_attachments_ballot"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("ballot", "ordinal", name=op.f("pk_ballots_attachments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballots_questions",
        sa.Column("ballot", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ballot"], ["ballots.id"], name=op.f("fk_ballots_questions_ballot"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("ballot", "id", name=op.f("pk_ballots_questions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballots_responses",
        sa.Column("ballot", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.Column("returned", sa.Text(), nullable=True),
        sa.Column("valid", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("questions", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["ballot"], ["ballots.id"], name=op.f("fk_ballots_responses_ballot"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_ballots_responses_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("ballot", "ordinal", name=op.f("pk_ballots_responses")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_ballots_responses_person"), "ballots_responses", ["person"], unique=False)
    op.create_table(
        "ballots_sent_to",
        sa.Column("ballot", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["ballot"], ["ballots.id"], name=op.f("fk_ballots_sent_to_ballot"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_ballots_sent_to_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("ballot", "ordinal", name=op.f("pk_ballots_sent_to")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_ballots_sent_to_person"), "ballots_sent_to", ["person"], unique=False)
    op.create_table(
        "delegated_choices",
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reserved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision"], ["delegated.id"], name=op.f("fk_delegated_choices_decision"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_delegated_choices_person"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("decision", "ordinal", name=op.f("pk_delegated_choices")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_delegated_choices_person"), "delegated_choices", ["person"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("symbol", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("issuer", sa.Text(), nullable=True),
        sa.Column("signed_by", sa.Text(), nullable=True),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("secrecy", sa.Text(), nullable=True),
        sa.Column("urgency", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("source", sa.Boolean(), nullable=True),
        sa.Column("source_meeting", sa.Text(), nullable=True),
        sa.Column("source_agenda", sa.Text(), nullable=True),
        sa.Column("source_ballot", sa.Text(), nullable=True),
        sa.Column("source_delegated", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["signed_by"], ["people.id"], name=op.f("fk_documents_signed_by"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_ballot"],
            ["ballots.id"],
            name=op.f("fk_documents_source_ballot"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_delegated"],
            ["delegated.id"],
            name=op.f("fk_documents_source_delegated"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_meeting", "source_agenda"],
            ["meetings_agenda.meeting", "meetings_agenda.id"],
            name=op.f("fk_documents_source_meeting_source_agenda"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_meeting"],
            ["meetings.id"],
            name=op.f("fk_documents_source_meeting"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_signed_by"), "documents", ["signed_by"], unique=False)
    op.create_index(op.f("ix_documents_source_ballot"), "documents", ["source_ballot"], unique=False)
    op.create_index(op.f("ix_documents_source_delegated"), "documents", ["source_delegated"], unique=False)
    op.create_index(op.f("ix_documents_source_meeting"), "documents", ["source_meeting"], unique=False)
    op.create_table(
        "meetings_agenda_attachments",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting", "item"],
            ["meetings_agenda.meeting", "meetings_agenda.id"],
            name=op.f("fk_meetings_agenda_attachments_meeting_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("meeting", "item", "ordinal", name=op.f("pk_meetings_agenda_attachments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meetings_agenda_discussion",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting", "item"],
            ["meetings_agenda.meeting", "meetings_agenda.id"],
            name=op.f("fk_meetings_agenda_discussion_meeting_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
            name=op.f("fk_meetings_agenda_discussion_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("meeting", "item", "ordinal", name=op.f("pk_meetings_agenda_discussion")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_meetings_agenda_discussion_person"), "meetings_agenda_discussion", ["person"], unique=False
    )
    op.create_table(
        "meetings_agenda_vote_choices",
        sa.Column("meeting", sa.Text(), nullable=False),
        sa.Column("item", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("choice", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("reserved", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["meeting", "item"],
            ["meetings_agenda.meeting", "meetings_agenda.id"],
            name=op.f("fk_meetings_agenda_vote_choices_meeting_item"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person"],
            ["people.id"],
            name=op.f("fk_meetings_agenda_vote_choices_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("meeting", "item", "ordinal", name=op.f("pk_meetings_agenda_vote_choices")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_meetings_agenda_vote_choices_person"), "meetings_agenda_vote_choices", ["person"], unique=False
    )
    op.create_table(
        "tasks",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("product", sa.Text(), nullable=True),
        sa.Column("source", sa.Boolean(), nullable=True),
        sa.Column("source_meeting", sa.Text(), nullable=True),
        sa.Column("source_agenda", sa.Text(), nullable=True),
        sa.Column("source_ballot", sa.Text(), nullable=True),
        sa.Column("source_delegated", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("due", sa.Text(), nullable=True),
        sa.Column("done", sa.Text(), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=True),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_tasks_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["source_ballot"],
            ["ballots.id"],
            name=op.f("fk_tasks_source_ballot"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_delegated"],
            ["delegated.id"],
            name=op.f("fk_tasks_source_delegated"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_meeting", "source_agenda"],
            ["meetings_agenda.meeting", "meetings_agenda.id"],
            name=op.f("fk_tasks_source_meeting_source_agenda"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["source_meeting"],
            ["meetings.id"],
            name=op.f("fk_tasks_source_meeting"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["unit"], ["units.id"], name=op.f("fk_tasks_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tasks")),
    )
    op.create_index(op.f("ix_tasks_person"), "tasks", ["person"], unique=False)
    op.create_index(op.f("ix_tasks_source_ballot"), "tasks", ["source_ballot"], unique=False)
    op.create_index(op.f("ix_tasks_source_delegated"), "tasks", ["source_delegated"], unique=False)
    op.create_index(op.f("ix_tasks_source_meeting"), "tasks", ["source_meeting"], unique=False)
    op.create_index(op.f("ix_tasks_unit"), "tasks", ["unit"], unique=False)
    op.create_table(
        "assignments",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("document", sa.Text(), nullable=True),
        sa.Column("from", sa.Text(), nullable=True),
        sa.Column("to", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_assignments_document"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name=op.f("fk_assignments_person"), initially="DEFERRED", deferrable=True
        ),
        sa.ForeignKeyConstraint(
            ["unit"], ["units.id"], name=op.f("fk_assignments_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignments")),
    )
    op.create_index(op.f("ix_assignments_document"), "assignments", ["document"], unique=False)
    op.create_index(op.f("ix_assignments_person"), "assignments", ["person"], unique=False)
    op.create_index(op.f("ix_assignments_unit"), "assignments", ["unit"], unique=False)
    op.create_table(
        "documents_attachments",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_documents_attachments_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_documents_attachments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "documents_recipients",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name=op.f("fk_documents_recipients_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_documents_recipients")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tasks_attachments",
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("bytes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["task"], ["tasks.id"], name=op.f("fk_tasks_attachments_task"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("task", "ordinal", name=op.f("pk_tasks_attachments")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tasks_with",
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["task"], ["tasks.id"], name=op.f("fk_tasks_with_task"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["unit"], ["units.id"], name=op.f("fk_tasks_with_unit"), initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("task", "ordinal", name=op.f("pk_tasks_with")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tasks_with_unit"), "tasks_with", ["unit"], unique=False)
    op.execute("PRAGMA application_id = 0x54484B59")
    op.execute("PRAGMA user_version = 1")
