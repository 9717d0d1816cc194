CREATE TABLE "jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "uploads" ADD COLUMN "attached_at" timestamp(3) with time zone;--> statement-breakpoint
UPDATE "uploads" SET "attached_at" = "uploaded_at" WHERE EXISTS (SELECT 1 FROM "papers" WHERE "papers"."sha256" = "uploads"."sha256" AND "papers"."attached_by_id" = "uploads"."uploaded_by");
