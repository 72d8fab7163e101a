PRAGMA application_id = 1414024025;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE absences (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	"from" TEXT, 
	"to" TEXT, 
	area TEXT, 
	purpose TEXT, 
	content TEXT, 
	destination TEXT, 
	reported TEXT, 
	reported_to TEXT, 
	form TEXT, 
	result_reported TEXT, 
	cover TEXT, 
	CONSTRAINT pk_absences PRIMARY KEY (id), 
	CONSTRAINT fk_absences_cover FOREIGN KEY(cover) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_absences_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "absences" VALUES('x1',0,'p2','2024-08-05','2024-08-09','outside-province',NULL,'','',NULL,NULL,NULL,NULL,NULL);
CREATE TABLE absences_attachments (
	absence TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	sha256 TEXT, 
	bytes INTEGER, 
	CONSTRAINT pk_absences_attachments PRIMARY KEY (absence, ordinal), 
	CONSTRAINT fk_absences_attachments_absence FOREIGN KEY(absence) REFERENCES absences (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE assignments (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	kind TEXT, 
	subject TEXT, 
	unit TEXT, 
	field TEXT, 
	decided_by TEXT, 
	document TEXT, 
	"from" TEXT, 
	"to" TEXT, 
	CONSTRAINT pk_assignments PRIMARY KEY (id), 
	CONSTRAINT fk_assignments_document FOREIGN KEY(document) REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_assignments_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_assignments_unit FOREIGN KEY(unit) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE ballots (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	body TEXT, 
	title TEXT, 
	matter TEXT, 
	reason TEXT, 
	sent TEXT, 
	due TEXT, 
	closed TEXT, 
	directed_by TEXT, 
	sent_to BOOLEAN, 
	important_differences BOOLEAN, 
	differences_judged BOOLEAN, 
	differences_judged_by TEXT, 
	differences_judged_on TEXT, 
	differences_judged_reason TEXT, 
	referred_to TEXT, 
	reported_at TEXT, 
	conclusion TEXT, 
	CONSTRAINT pk_ballots PRIMARY KEY (id), 
	CONSTRAINT fk_ballots_differences_judged_by FOREIGN KEY(differences_judged_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_ballots_referred_to FOREIGN KEY(referred_to) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_ballots_reported_at FOREIGN KEY(reported_at) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "ballots" VALUES('b1',0,'btv','',NULL,NULL,'2024-07-01',NULL,NULL,NULL,1,0,0,NULL,NULL,NULL,NULL,NULL,'');
CREATE TABLE ballots_attachments (
	ballot TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	sha256 TEXT, 
	bytes INTEGER, 
	CONSTRAINT pk_ballots_attachments PRIMARY KEY (ballot, ordinal), 
	CONSTRAINT fk_ballots_attachments_ballot FOREIGN KEY(ballot) REFERENCES ballots (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE ballots_questions (
	ballot TEXT NOT NULL, 
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	text TEXT, 
	CONSTRAINT pk_ballots_questions PRIMARY KEY (ballot, id), 
	CONSTRAINT fk_ballots_questions_ballot FOREIGN KEY(ballot) REFERENCES ballots (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "ballots_questions" VALUES('b1','q1',0,'Đồng ý?');
CREATE TABLE ballots_responses (
	ballot TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	choice TEXT, 
	returned TEXT, 
	valid BOOLEAN, 
	note TEXT, 
	questions TEXT, 
	CONSTRAINT pk_ballots_responses PRIMARY KEY (ballot, ordinal), 
	CONSTRAINT fk_ballots_responses_ballot FOREIGN KEY(ballot) REFERENCES ballots (id) ON DELETE CASCADE, 
	CONSTRAINT fk_ballots_responses_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "ballots_responses" VALUES('b1',0,'p1','approve',NULL,1,'','{"q1": "approve"}');
CREATE TABLE ballots_sent_to (
	ballot TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	CONSTRAINT pk_ballots_sent_to PRIMARY KEY (ballot, ordinal), 
	CONSTRAINT fk_ballots_sent_to_ballot FOREIGN KEY(ballot) REFERENCES ballots (id) ON DELETE CASCADE, 
	CONSTRAINT fk_ballots_sent_to_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE changes (
	sequence INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	what TEXT NOT NULL, 
	undoes INTEGER, 
	CONSTRAINT pk_changes PRIMARY KEY (sequence), 
	CONSTRAINT fk_changes_undoes FOREIGN KEY(undoes) REFERENCES changes (sequence)
);
INSERT INTO "changes" VALUES(0,'2024-06-12T08:30:05','An','Tạo tệp văn phòng',NULL);
CREATE TABLE delegated (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	item TEXT, 
	matter TEXT, 
	urgent BOOLEAN, 
	title TEXT, 
	decided TEXT, 
	decision TEXT, 
	reported_at TEXT, 
	referred_to TEXT, 
	CONSTRAINT pk_delegated PRIMARY KEY (id), 
	CONSTRAINT fk_delegated_referred_to FOREIGN KEY(referred_to) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_delegated_reported_at FOREIGN KEY(reported_at) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE delegated_choices (
	decision TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	choice TEXT, 
	note TEXT, 
	reserved BOOLEAN, 
	CONSTRAINT pk_delegated_choices PRIMARY KEY (decision, ordinal), 
	CONSTRAINT fk_delegated_choices_decision FOREIGN KEY(decision) REFERENCES delegated (id) ON DELETE CASCADE, 
	CONSTRAINT fk_delegated_choices_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE digests (
	kind TEXT NOT NULL, 
	record TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	CONSTRAINT pk_digests PRIMARY KEY (kind, record)
)
 WITHOUT ROWID

;
INSERT INTO "digests" VALUES('absences','x1','f9dcd6d2b7e13253acfb8b1b79fa55f8');
INSERT INTO "digests" VALUES('ballots','b1','9432cb67ae77b16f30846d28843dd269');
INSERT INTO "digests" VALUES('calendar','','17aad650bfafca57a7528c424dd82fc7');
INSERT INTO "digests" VALUES('meetings','m1','b755c4072d1fd3cb193aed01731c456a');
INSERT INTO "digests" VALUES('office','','3739e46baf6c993869868c5e70d4d44d');
INSERT INTO "digests" VALUES('people','p1','708ebb27da35bdac807826b2677519c4');
INSERT INTO "digests" VALUES('people','p2','a29932bf158d4e3456d1752da671a3dc');
INSERT INTO "digests" VALUES('people','p3','69db74f6a5aa89e846cbaf1667b22e17');
INSERT INTO "digests" VALUES('tasks','t1','50f13fb6d2b577f145b712cf0467409c');
INSERT INTO "digests" VALUES('units','u1','b88da3541186ffa1ddebbea5ab12b0e3');
CREATE TABLE directives (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	symbol TEXT, 
	title TEXT, 
	lead TEXT, date TEXT, 
	CONSTRAINT pk_directives PRIMARY KEY (id), 
	CONSTRAINT fk_directives_lead FOREIGN KEY(lead) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE directives_reviews (
	directive TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind TEXT, 
	due TEXT, 
	done TEXT, report TEXT CONSTRAINT fk_directives_reviews_report REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED, notice TEXT CONSTRAINT fk_directives_reviews_notice REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT pk_directives_reviews PRIMARY KEY (directive, ordinal), 
	CONSTRAINT fk_directives_reviews_directive FOREIGN KEY(directive) REFERENCES directives (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE directives_with (
	directive TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	unit TEXT, 
	CONSTRAINT pk_directives_with PRIMARY KEY (directive, ordinal), 
	CONSTRAINT fk_directives_with_directive FOREIGN KEY(directive) REFERENCES directives (id) ON DELETE CASCADE, 
	CONSTRAINT fk_directives_with_unit FOREIGN KEY(unit) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE documents (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	type TEXT, 
	number INTEGER, 
	symbol TEXT, 
	date TEXT, 
	title TEXT, 
	issuer TEXT, 
	signed_by TEXT, 
	authority TEXT, 
	secrecy TEXT, 
	urgency TEXT, 
	body TEXT, 
	source BOOLEAN, 
	source_meeting TEXT, 
	source_agenda TEXT, 
	source_ballot TEXT, 
	source_delegated TEXT, issued_name TEXT, issued_sha256 TEXT, issued BOOLEAN, issued_bytes INTEGER, post TEXT, cancelled TEXT, cancel_reason TEXT, 
	CONSTRAINT pk_documents PRIMARY KEY (id), 
	CONSTRAINT fk_documents_signed_by FOREIGN KEY(signed_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_documents_source_ballot FOREIGN KEY(source_ballot) REFERENCES ballots (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_documents_source_delegated FOREIGN KEY(source_delegated) REFERENCES delegated (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_documents_source_meeting_source_agenda FOREIGN KEY(source_meeting, source_agenda) REFERENCES meetings_agenda (meeting, id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_documents_source_meeting FOREIGN KEY(source_meeting) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE documents_attachments (
	document TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	sha256 TEXT, 
	bytes INTEGER, 
	CONSTRAINT pk_documents_attachments PRIMARY KEY (document, ordinal), 
	CONSTRAINT fk_documents_attachments_document FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE documents_recipients (
	document TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	recipient TEXT, 
	CONSTRAINT pk_documents_recipients PRIMARY KEY (document, ordinal), 
	CONSTRAINT fk_documents_recipients_document FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE files (
	sha256 TEXT NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_files PRIMARY KEY (sha256)
);
CREATE TABLE glance (
	"key" TEXT NOT NULL, 
	sequence INTEGER NOT NULL, 
	json TEXT NOT NULL, 
	CONSTRAINT pk_glance PRIMARY KEY ("key")
);
CREATE TABLE history (
	sequence INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	record TEXT NOT NULL, 
	ordinal INTEGER, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT pk_history PRIMARY KEY (sequence, kind, record), 
	CONSTRAINT fk_history_sequence FOREIGN KEY(sequence) REFERENCES changes (sequence)
)
 WITHOUT ROWID

;
CREATE TABLE meetings (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	body TEXT, 
	kind TEXT, 
	title TEXT, 
	start TEXT, 
	"end" TEXT, 
	place TEXT, 
	ground TEXT, 
	reason TEXT, 
	decided_by TEXT, 
	convened_by TEXT, 
	chair TEXT, 
	chair_authorised BOOLEAN, 
	chair_authorised_by TEXT, 
	chair_authorised_on TEXT, 
	secretary TEXT, 
	invitations_sent TEXT, 
	closed_session BOOLEAN, 
	cancelled BOOLEAN, 
	minutes TEXT, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT fk_meetings_chair FOREIGN KEY(chair) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_meetings_chair_authorised_by FOREIGN KEY(chair_authorised_by) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_meetings_secretary FOREIGN KEY(secretary) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "meetings" VALUES('m1',0,'btv','regular','Hội nghị lần thứ 52','2024-06-12T07:30',NULL,'',NULL,'',NULL,NULL,'p1',0,NULL,NULL,NULL,NULL,0,0,NULL);
CREATE TABLE meetings_agenda (
	meeting TEXT NOT NULL, 
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	time TEXT, 
	title TEXT, 
	matter TEXT, 
	purpose TEXT, 
	preparer TEXT, 
	presenter TEXT, 
	field TEXT, 
	in_charge TEXT, 
	closed BOOLEAN, 
	documents_received TEXT, 
	documents_state TEXT, 
	documents_note TEXT, 
	documents_sent TEXT, 
	unscheduled BOOLEAN, 
	approved_by TEXT, 
	conclusion TEXT, 
	vote BOOLEAN, 
	vote_method TEXT, 
	vote_counts BOOLEAN, 
	vote_counts_approve INTEGER, 
	vote_counts_reject INTEGER, 
	vote_counts_other INTEGER, 
	CONSTRAINT pk_meetings_agenda PRIMARY KEY (meeting, id), 
	CONSTRAINT fk_meetings_agenda_in_charge FOREIGN KEY(in_charge) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_meetings_agenda_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meetings_agenda_preparer FOREIGN KEY(preparer) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_meetings_agenda_presenter FOREIGN KEY(presenter) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "meetings_agenda" VALUES('m1','a1',0,'08:00','Dự toán',NULL,NULL,NULL,NULL,'',NULL,0,NULL,NULL,'',NULL,0,NULL,'',1,'show-of-hands',1,3,0,0);
INSERT INTO "meetings_agenda" VALUES('m1','a2',1,NULL,'Việc khác',NULL,NULL,NULL,NULL,'',NULL,0,NULL,NULL,'',NULL,0,NULL,'',0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE meetings_agenda_attachments (
	meeting TEXT NOT NULL, 
	item TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	sha256 TEXT, 
	bytes INTEGER, 
	CONSTRAINT pk_meetings_agenda_attachments PRIMARY KEY (meeting, item, ordinal), 
	CONSTRAINT fk_meetings_agenda_attachments_meeting_item FOREIGN KEY(meeting, item) REFERENCES meetings_agenda (meeting, id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "meetings_agenda_attachments" VALUES('m1','a1',0,'Tờ trình.pdf','',5);
CREATE TABLE meetings_agenda_discussion (
	meeting TEXT NOT NULL, 
	item TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	text TEXT, 
	CONSTRAINT pk_meetings_agenda_discussion PRIMARY KEY (meeting, item, ordinal), 
	CONSTRAINT fk_meetings_agenda_discussion_meeting_item FOREIGN KEY(meeting, item) REFERENCES meetings_agenda (meeting, id) ON DELETE CASCADE, 
	CONSTRAINT fk_meetings_agenda_discussion_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE meetings_agenda_vote_choices (
	meeting TEXT NOT NULL, 
	item TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	choice TEXT, 
	note TEXT, 
	reserved BOOLEAN, 
	CONSTRAINT pk_meetings_agenda_vote_choices PRIMARY KEY (meeting, item, ordinal), 
	CONSTRAINT fk_meetings_agenda_vote_choices_meeting_item FOREIGN KEY(meeting, item) REFERENCES meetings_agenda (meeting, id) ON DELETE CASCADE, 
	CONSTRAINT fk_meetings_agenda_vote_choices_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "meetings_agenda_vote_choices" VALUES('m1','a1',0,'p1','approve','',0);
CREATE TABLE meetings_attachments (
	meeting TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	sha256 TEXT, 
	bytes INTEGER, 
	CONSTRAINT pk_meetings_attachments PRIMARY KEY (meeting, ordinal), 
	CONSTRAINT fk_meetings_attachments_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE meetings_attendance (
	meeting TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	status TEXT, 
	reason TEXT, 
	CONSTRAINT pk_meetings_attendance PRIMARY KEY (meeting, ordinal), 
	CONSTRAINT fk_meetings_attendance_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meetings_attendance_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
CREATE TABLE meetings_guests (
	meeting TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	unit TEXT, 
	name TEXT, 
	superior BOOLEAN, 
	CONSTRAINT pk_meetings_guests PRIMARY KEY (meeting, ordinal), 
	CONSTRAINT fk_meetings_guests_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meetings_guests_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_meetings_guests_unit FOREIGN KEY(unit) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "meetings_guests" VALUES('m1',0,NULL,'u1','',0);
CREATE TABLE meetings_requested_by (
	meeting TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	CONSTRAINT pk_meetings_requested_by PRIMARY KEY (meeting, ordinal), 
	CONSTRAINT fk_meetings_requested_by_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_meetings_requested_by_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "meetings_requested_by" VALUES('m1',0,'p1');
INSERT INTO "meetings_requested_by" VALUES('m1',1,'p2');
CREATE TABLE notes (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	rule TEXT, 
	subject TEXT, 
	text TEXT, remedy TEXT, 
	CONSTRAINT pk_notes PRIMARY KEY (id)
);
CREATE TABLE office (
	id INTEGER NOT NULL, 
	name TEXT, 
	superior TEXT, 
	symbol TEXT, 
	place TEXT, 
	province TEXT, 
	congress TEXT, 
	term BOOLEAN, 
	term_from TEXT, 
	term_to TEXT, 
	settings TEXT, 
	CONSTRAINT pk_office PRIMARY KEY (id), 
	CONSTRAINT ck_office_single CHECK (id = 1)
);
INSERT INTO "office" VALUES(1,'Huyện ủy Tây Sơn','','','','','XXI',1,'2020-08-01','2025-06-30','{"ballot.days": 5}');
CREATE TABLE office_days_off (
	office INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	date TEXT, 
	document TEXT, 
	CONSTRAINT pk_office_days_off PRIMARY KEY (office, ordinal), 
	CONSTRAINT fk_office_days_off_office FOREIGN KEY(office) REFERENCES office (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "office_days_off" VALUES(1,0,'2024-04-29','');
CREATE TABLE office_regulations (
	office INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	profile TEXT, 
	"from" TEXT, 
	overrides TEXT, document TEXT, 
	CONSTRAINT pk_office_regulations PRIMARY KEY (office, ordinal), 
	CONSTRAINT fk_office_regulations_office FOREIGN KEY(office) REFERENCES office (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "office_regulations" VALUES(1,0,'tay-son-2024','2024-05-31','{"absence.reported.working_days": 2}','');
CREATE TABLE office_working_days (
	office INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	date TEXT, 
	document TEXT, 
	CONSTRAINT pk_office_working_days PRIMARY KEY (office, ordinal), 
	CONSTRAINT fk_office_working_days_office FOREIGN KEY(office) REFERENCES office (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "office_working_days" VALUES(1,0,'2024-05-04','Thông báo 12');
CREATE TABLE people (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	born INTEGER, 
	position TEXT, 
	CONSTRAINT pk_people PRIMARY KEY (id)
);
INSERT INTO "people" VALUES('p1',0,'Nguyễn Văn An',NULL,'');
INSERT INTO "people" VALUES('p2',1,'Lê Thị Bình',1980,'');
INSERT INTO "people" VALUES('p3',2,'Trần Cường',NULL,'');
CREATE TABLE people_posts (
	owner TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	post TEXT, 
	"from" TEXT, 
	"to" TEXT, 
	CONSTRAINT pk_people_posts PRIMARY KEY (owner, ordinal), 
	CONSTRAINT fk_people_posts_owner FOREIGN KEY(owner) REFERENCES people (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "people_posts" VALUES('p1',0,'chu-tich-ubnd',NULL,NULL);
CREATE TABLE people_seats (
	owner TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	body TEXT, 
	role TEXT, 
	"from" TEXT, 
	"to" TEXT, 
	CONSTRAINT pk_people_seats PRIMARY KEY (owner, ordinal), 
	CONSTRAINT fk_people_seats_owner FOREIGN KEY(owner) REFERENCES people (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
INSERT INTO "people_seats" VALUES('p1',0,'thuong-truc','bi-thu','2020-08-01',NULL);
CREATE TABLE profiles (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	title TEXT, 
	base TEXT, 
	CONSTRAINT pk_profiles PRIMARY KEY (id)
);
CREATE TABLE profiles_parameters (
	profile TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	"key" TEXT, 
	value TEXT, 
	"from" TEXT, 
	cite BOOLEAN, 
	cite_article TEXT, 
	cite_clause TEXT, 
	cite_point TEXT, 
	cite_paragraph TEXT, 
	cite_dash TEXT, 
	means TEXT, 
	CONSTRAINT pk_profiles_parameters PRIMARY KEY (profile, ordinal), 
	CONSTRAINT fk_profiles_parameters_profile FOREIGN KEY(profile) REFERENCES profiles (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE programmes (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind TEXT, 
	body TEXT, 
	period TEXT, 
	adopted TEXT, 
	CONSTRAINT pk_programmes PRIMARY KEY (id)
);
CREATE TABLE programmes_items (
	programme TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	title TEXT, 
	lead TEXT, 
	product TEXT, 
	participants TEXT, 
	due TEXT, 
	meeting TEXT, done TEXT, progress TEXT, carried_from TEXT CONSTRAINT fk_programmes_items_carried_from REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT pk_programmes_items PRIMARY KEY (programme, ordinal), 
	CONSTRAINT fk_programmes_items_lead FOREIGN KEY(lead) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_programmes_items_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_programmes_items_programme FOREIGN KEY(programme) REFERENCES programmes (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE programmes_versions (
	programme TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	adopted TEXT, 
	replaced TEXT, 
	reason TEXT, 
	CONSTRAINT pk_programmes_versions PRIMARY KEY (programme, ordinal), 
	CONSTRAINT fk_programmes_versions_programme FOREIGN KEY(programme) REFERENCES programmes (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE programmes_versions_items (
	programme TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	ordinal INTEGER NOT NULL, 
	title TEXT, 
	lead TEXT, 
	product TEXT, 
	participants TEXT, 
	due TEXT, 
	meeting TEXT, 
	done TEXT, 
	progress TEXT, 
	carried_from TEXT, 
	CONSTRAINT pk_programmes_versions_items PRIMARY KEY (programme, version, ordinal), 
	CONSTRAINT fk_programmes_versions_items_lead FOREIGN KEY(lead) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_programmes_versions_items_meeting FOREIGN KEY(meeting) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_programmes_versions_items_carried_from FOREIGN KEY(carried_from) REFERENCES programmes (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_programmes_versions_items_programme FOREIGN KEY(programme, version) REFERENCES programmes_versions (programme, ordinal) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE regulation_texts (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	profile TEXT, 
	text TEXT, 
	CONSTRAINT pk_regulation_texts PRIMARY KEY (id)
);
CREATE TABLE reports (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	unit TEXT, 
	person TEXT, 
	period TEXT, 
	"to" TEXT, 
	due TEXT, 
	received TEXT, 
	form TEXT, reminded TEXT, 
	CONSTRAINT pk_reports PRIMARY KEY (id), 
	CONSTRAINT fk_reports_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE reviews (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	kind TEXT, 
	subject TEXT, 
	date TEXT, 
	reported_at TEXT, 
	sent_up TEXT, result TEXT, suggested TEXT, 
	CONSTRAINT pk_reviews PRIMARY KEY (id), 
	CONSTRAINT fk_reviews_reported_at FOREIGN KEY(reported_at) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE reviews_questions (
	review TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	asker TEXT, 
	answerer TEXT, 
	question TEXT, 
	answer TEXT, 
	CONSTRAINT pk_reviews_questions PRIMARY KEY (review, ordinal), 
	CONSTRAINT fk_reviews_questions_asker FOREIGN KEY(asker) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reviews_questions_answerer FOREIGN KEY(answerer) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reviews_questions_review FOREIGN KEY(review) REFERENCES reviews (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE reviews_scores (
	review TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	person TEXT, 
	high INTEGER, 
	middle INTEGER, 
	low INTEGER, 
	CONSTRAINT pk_reviews_scores PRIMARY KEY (review, ordinal), 
	CONSTRAINT fk_reviews_scores_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_reviews_scores_review FOREIGN KEY(review) REFERENCES reviews (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE tasks (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	title TEXT, 
	product TEXT, 
	source BOOLEAN, 
	source_meeting TEXT, 
	source_agenda TEXT, 
	source_ballot TEXT, 
	source_delegated TEXT, 
	unit TEXT, 
	person TEXT, 
	due TEXT, 
	done TEXT, 
	evidence TEXT, 
	cause TEXT, 
	CONSTRAINT pk_tasks PRIMARY KEY (id), 
	CONSTRAINT fk_tasks_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_tasks_source_ballot FOREIGN KEY(source_ballot) REFERENCES ballots (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_tasks_source_delegated FOREIGN KEY(source_delegated) REFERENCES delegated (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_tasks_source_meeting_source_agenda FOREIGN KEY(source_meeting, source_agenda) REFERENCES meetings_agenda (meeting, id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_tasks_source_meeting FOREIGN KEY(source_meeting) REFERENCES meetings (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_tasks_unit FOREIGN KEY(unit) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "tasks" VALUES('t1',0,'Soạn tờ trình','',1,'m1','a1',NULL,NULL,NULL,NULL,NULL,NULL,'','');
CREATE TABLE tasks_attachments (
	task TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	sha256 TEXT, 
	bytes INTEGER, 
	CONSTRAINT pk_tasks_attachments PRIMARY KEY (task, ordinal), 
	CONSTRAINT fk_tasks_attachments_task FOREIGN KEY(task) REFERENCES tasks (id) ON DELETE CASCADE
)
 WITHOUT ROWID

;
CREATE TABLE tasks_with (
	task TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	unit TEXT, 
	CONSTRAINT pk_tasks_with PRIMARY KEY (task, ordinal), 
	CONSTRAINT fk_tasks_with_task FOREIGN KEY(task) REFERENCES tasks (id) ON DELETE CASCADE, 
	CONSTRAINT fk_tasks_with_unit FOREIGN KEY(unit) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
)
 WITHOUT ROWID

;
INSERT INTO "tasks_with" VALUES('t1',0,'u1');
CREATE TABLE units (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	name TEXT, 
	kind TEXT, 
	CONSTRAINT pk_units PRIMARY KEY (id)
);
INSERT INTO "units" VALUES('u1',0,'Đảng ủy xã Bình Nghi','party-organisation');
CREATE TABLE visits (
	id TEXT NOT NULL, 
	ordinal INTEGER NOT NULL, 
	body TEXT, 
	person TEXT, 
	unit TEXT, 
	date TEXT, 
	result TEXT, content TEXT, 
	CONSTRAINT pk_visits PRIMARY KEY (id), 
	CONSTRAINT fk_visits_person FOREIGN KEY(person) REFERENCES people (id) DEFERRABLE INITIALLY DEFERRED, 
	CONSTRAINT fk_visits_unit FOREIGN KEY(unit) REFERENCES units (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_changes_undoes ON changes (undoes);
CREATE INDEX ix_absences_cover ON absences (cover);
CREATE INDEX ix_absences_person ON absences (person);
CREATE INDEX ix_directives_lead ON directives (lead);
CREATE INDEX ix_history_kind_record ON history (kind, record);
CREATE INDEX ix_meetings_chair ON meetings (chair);
CREATE INDEX ix_meetings_chair_authorised_by ON meetings (chair_authorised_by);
CREATE INDEX ix_meetings_secretary ON meetings (secretary);
CREATE INDEX ix_reports_person ON reports (person);
CREATE INDEX ix_visits_person ON visits (person);
CREATE INDEX ix_visits_unit ON visits (unit);
CREATE INDEX ix_ballots_differences_judged_by ON ballots (differences_judged_by);
CREATE INDEX ix_ballots_referred_to ON ballots (referred_to);
CREATE INDEX ix_ballots_reported_at ON ballots (reported_at);
CREATE INDEX ix_delegated_referred_to ON delegated (referred_to);
CREATE INDEX ix_delegated_reported_at ON delegated (reported_at);
CREATE INDEX ix_directives_with_unit ON directives_with (unit);
CREATE INDEX ix_meetings_agenda_in_charge ON meetings_agenda (in_charge);
CREATE INDEX ix_meetings_agenda_preparer ON meetings_agenda (preparer);
CREATE INDEX ix_meetings_agenda_presenter ON meetings_agenda (presenter);
CREATE INDEX ix_meetings_attendance_person ON meetings_attendance (person);
CREATE INDEX ix_meetings_guests_person ON meetings_guests (person);
CREATE INDEX ix_meetings_guests_unit ON meetings_guests (unit);
CREATE INDEX ix_meetings_requested_by_person ON meetings_requested_by (person);
CREATE INDEX ix_programmes_items_lead ON programmes_items (lead);
CREATE INDEX ix_programmes_items_meeting ON programmes_items (meeting);
CREATE INDEX ix_reviews_reported_at ON reviews (reported_at);
CREATE INDEX ix_ballots_responses_person ON ballots_responses (person);
CREATE INDEX ix_ballots_sent_to_person ON ballots_sent_to (person);
CREATE INDEX ix_delegated_choices_person ON delegated_choices (person);
CREATE INDEX ix_documents_signed_by ON documents (signed_by);
CREATE INDEX ix_documents_source_ballot ON documents (source_ballot);
CREATE INDEX ix_documents_source_delegated ON documents (source_delegated);
CREATE INDEX ix_documents_source_meeting ON documents (source_meeting);
CREATE INDEX ix_meetings_agenda_discussion_person ON meetings_agenda_discussion (person);
CREATE INDEX ix_meetings_agenda_vote_choices_person ON meetings_agenda_vote_choices (person);
CREATE INDEX ix_tasks_person ON tasks (person);
CREATE INDEX ix_tasks_source_ballot ON tasks (source_ballot);
CREATE INDEX ix_tasks_source_delegated ON tasks (source_delegated);
CREATE INDEX ix_tasks_source_meeting ON tasks (source_meeting);
CREATE INDEX ix_tasks_unit ON tasks (unit);
CREATE INDEX ix_assignments_document ON assignments (document);
CREATE INDEX ix_assignments_person ON assignments (person);
CREATE INDEX ix_assignments_unit ON assignments (unit);
CREATE INDEX ix_tasks_with_unit ON tasks_with (unit);
CREATE INDEX ix_programmes_items_carried_from ON programmes_items (carried_from);
CREATE INDEX ix_directives_reviews_report ON directives_reviews (report);
CREATE INDEX ix_directives_reviews_notice ON directives_reviews (notice);
CREATE INDEX ix_programmes_versions_items_lead ON programmes_versions_items (lead);
CREATE INDEX ix_programmes_versions_items_meeting ON programmes_versions_items (meeting);
CREATE INDEX ix_programmes_versions_items_carried_from ON programmes_versions_items (carried_from);
CREATE INDEX ix_reviews_scores_person ON reviews_scores (person);
CREATE INDEX ix_reviews_questions_asker ON reviews_questions (asker);
CREATE INDEX ix_reviews_questions_answerer ON reviews_questions (answerer);
COMMIT;
