CREATE TABLE "speaker_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"position" double precision NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"requested_by_id" uuid NOT NULL,
	"spoke_at" timestamp(3) with time zone,
	"started_at" timestamp(3) with time zone,
	"seconds_allowed" integer NOT NULL,
	"seconds_used" integer NOT NULL,
	"paused_before" integer NOT NULL,
	"text" text
);
--> statement-breakpoint
CREATE INDEX "speaker_requests_meeting" ON "speaker_requests" USING btree ("meeting_id");