CREATE TABLE "admissions" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agenda_item_ids" uuid[] NOT NULL,
	CONSTRAINT "admissions_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "recusals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"declared_at" timestamp(3) with time zone NOT NULL,
	"declared_by_id" uuid NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"ended_by_id" uuid
);
--> statement-breakpoint
CREATE INDEX "recusals_meeting" ON "recusals" USING btree ("meeting_id","person_id");--> statement-breakpoint
CREATE INDEX "recusals_person" ON "recusals" USING btree ("person_id");