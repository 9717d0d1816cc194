CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"parent_id" uuid,
	"position" double precision NOT NULL,
	"title" text NOT NULL,
	"unit_id" uuid,
	"presenter_id" uuid,
	"minutes_planned" integer NOT NULL,
	"note" text NOT NULL,
	"state" text NOT NULL,
	"seconds_used" integer NOT NULL,
	"started_at" timestamp(3) with time zone,
	"paused_before" integer NOT NULL,
	"carried_to_meeting_id" uuid
);
--> statement-breakpoint
CREATE TABLE "assignment_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assignment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"by_id" uuid NOT NULL,
	"type" text NOT NULL,
	"note" text NOT NULL,
	"percent" integer,
	"changed" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"content" text NOT NULL,
	"lead_unit_id" uuid NOT NULL,
	"coordinating_unit_ids" uuid[] NOT NULL,
	"due_date" date,
	"recurrence" jsonb,
	"assigned_at" timestamp(3) with time zone NOT NULL,
	"assigned_by_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"quote" text NOT NULL,
	"responsible_id" uuid,
	"progress" text NOT NULL,
	"percent" integer NOT NULL,
	"accepted_at" timestamp(3) with time zone,
	"last_report" text NOT NULL,
	"last_report_at" timestamp(3) with time zone,
	"completed_on" date,
	"revision" integer NOT NULL,
	"confirmed_at" timestamp(3) with time zone,
	"folded" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attendees" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid,
	CONSTRAINT "attendees_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"starts_at" timestamp(3) with time zone NOT NULL,
	"minutes_planned" integer NOT NULL,
	"room_id" uuid,
	"chair_id" uuid NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp(3) with time zone,
	"paused_at" timestamp(3) with time zone,
	"paused_seconds" integer NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"created_by_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"meeting_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"generation" integer DEFAULT 1 NOT NULL,
	"last_seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes_clients" (
	"meeting_id" uuid NOT NULL,
	"client_id" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "minutes_clients_meeting_id_client_id_pk" PRIMARY KEY("meeting_id","client_id")
);
--> statement-breakpoint
CREATE TABLE "minutes_quarantine" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"update" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "minutes_updates" (
	"meeting_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"seq" bigint NOT NULL,
	"update" "bytea" NOT NULL,
	"person_id" uuid,
	"at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "minutes_updates_meeting_id_generation_seq_pk" PRIMARY KEY("meeting_id","generation","seq")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"person_id" uuid NOT NULL,
	"password_hash" text NOT NULL,
	"system_roles" jsonb NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "accounts_username_unique" UNIQUE("username"),
	CONSTRAINT "accounts_personId_unique" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"full_name" text NOT NULL,
	"protocol_order" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"head" boolean NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"location" text NOT NULL,
	"capacity" integer NOT NULL,
	"equipment" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"short_name" text NOT NULL,
	"type" text NOT NULL,
	"parent_id" uuid,
	"order" integer NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "paper_readings" (
	"person_id" uuid NOT NULL,
	"paper_id" uuid NOT NULL,
	"meeting_id" uuid NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"read_at" timestamp(3) with time zone NOT NULL,
	"last_page" integer NOT NULL,
	CONSTRAINT "paper_readings_person_id_paper_id_pk" PRIMARY KEY("person_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"position" double precision NOT NULL,
	"title" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"pages" integer NOT NULL,
	"attached_by_id" uuid NOT NULL,
	"attached_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"pages" integer NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "uploads_sha256_uploaded_by_pk" PRIMARY KEY("sha256","uploaded_by")
);
--> statement-breakpoint
CREATE TABLE "accepted_commands" (
	"stream" text NOT NULL,
	"id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"input_hash" text NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "accepted_commands_stream_id_pk" PRIMARY KEY("stream","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"type" text NOT NULL,
	"by" uuid,
	"at" timestamp(3) with time zone NOT NULL,
	"changes" jsonb NOT NULL,
	"rights" jsonb NOT NULL,
	"command_id" uuid NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_stream_seq_pk" PRIMARY KEY("stream","seq")
);
--> statement-breakpoint
CREATE TABLE "streams" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE INDEX "agenda_items_meeting" ON "agenda_items" USING btree ("meeting_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_history_revision" ON "assignment_history" USING btree ("assignment_id","revision");--> statement-breakpoint
CREATE INDEX "assignments_due" ON "assignments" USING btree (coalesce("due_date", 'infinity'::date),"id");--> statement-breakpoint
CREATE INDEX "assignments_lead_unit" ON "assignments" USING btree ("lead_unit_id");--> statement-breakpoint
CREATE INDEX "assignments_coordinating_units" ON "assignments" USING gin ("coordinating_unit_ids");--> statement-breakpoint
CREATE INDEX "assignments_meeting" ON "assignments" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "assignments_assigned_by" ON "assignments" USING btree ("assigned_by_id");--> statement-breakpoint
CREATE INDEX "assignments_responsible" ON "assignments" USING btree ("responsible_id");--> statement-breakpoint
CREATE INDEX "assignments_folded" ON "assignments" USING gin (to_tsvector('simple', "folded"));--> statement-breakpoint
CREATE INDEX "attendees_person" ON "attendees" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meetings_starts_at" ON "meetings" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "minutes_quarantine_person" ON "minutes_quarantine" USING btree ("meeting_id","person_id","digest");--> statement-breakpoint
CREATE INDEX "posts_person" ON "posts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "posts_unit" ON "posts" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "paper_readings_recent" ON "paper_readings" USING btree ("person_id","read_at");--> statement-breakpoint
CREATE INDEX "papers_meeting" ON "papers" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "events_rights" ON "events" USING btree ("stream","seq") WHERE jsonb_array_length(rights) > 0;