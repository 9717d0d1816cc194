CREATE TABLE "ballot_keys" (
	"vote_id" uuid PRIMARY KEY NOT NULL,
	"public_key" "bytea" NOT NULL,
	"half" "bytea" NOT NULL,
	"other_half" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "electors" (
	"vote_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ballot_id" uuid,
	"turn" integer NOT NULL,
	CONSTRAINT "electors_vote_id_person_id_pk" PRIMARY KEY("vote_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "open_ballots" (
	"vote_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"choices" jsonb NOT NULL,
	"opinion" text NOT NULL,
	CONSTRAINT "open_ballots_vote_id_person_id_pk" PRIMARY KEY("vote_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_ballots" (
	"vote_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "sealed_ballots_vote_id_person_id_pk" PRIMARY KEY("vote_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"question" text NOT NULL,
	"secret" boolean NOT NULL,
	"options" jsonb NOT NULL,
	"most_choices" integer NOT NULL,
	"may_change" boolean NOT NULL,
	"takes_opinions" boolean NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"electorate" integer NOT NULL,
	"turnout" integer NOT NULL,
	"result" jsonb,
	"roll_call" jsonb
);
--> statement-breakpoint
CREATE INDEX "votes_meeting" ON "votes" USING btree ("meeting_id");