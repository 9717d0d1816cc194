CREATE TABLE "absence_notices" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"given_at" timestamp(3) with time zone NOT NULL,
	"given_by_id" uuid NOT NULL,
	CONSTRAINT "absence_notices_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "attendances" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"state" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"checked_in_by" text,
	"intervals" jsonb NOT NULL,
	CONSTRAINT "attendances_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "door_keys" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quorum_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"occasion" text NOT NULL,
	"present" integer NOT NULL,
	"total" integer NOT NULL,
	"needed" integer NOT NULL,
	"met" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seat_maps" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"rows" integer NOT NULL,
	"columns" integer NOT NULL,
	"seats" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	"state" text NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"decided_at" timestamp(3) with time zone,
	"decided_by_id" uuid,
	CONSTRAINT "substitutions_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE INDEX "quorum_checks_meeting" ON "quorum_checks" USING btree ("meeting_id");