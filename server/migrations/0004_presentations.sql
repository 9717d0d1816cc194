CREATE TABLE "presentations" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"paper_id" uuid NOT NULL,
	"presenter_id" uuid NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"place" jsonb,
	"place_order" bigint
);
