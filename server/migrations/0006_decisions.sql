CREATE TABLE "consent_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"proposed_at" timestamp(3) with time zone NOT NULL,
	"pulled_out_by_id" uuid,
	"pulled_out_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"text" text NOT NULL,
	"basis" text NOT NULL,
	"vote_id" uuid,
	"adopted" boolean NOT NULL,
	"in_favour" integer NOT NULL,
	"against" integer NOT NULL,
	"not_voting" integer NOT NULL,
	"total" integer NOT NULL,
	"taken_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"stance" text NOT NULL,
	"remark" text NOT NULL,
	"taken_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "consent_items_meeting" ON "consent_items" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "decisions_meeting" ON "decisions" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "positions_meeting" ON "positions" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "positions_once" ON "positions" USING btree ("agenda_item_id","person_id");