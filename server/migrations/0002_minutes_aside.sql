ALTER TABLE "minutes_quarantine" ADD COLUMN "whole" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_quarantine" ADD COLUMN "generation" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_quarantine" ADD COLUMN "listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_quarantine" ADD COLUMN "state" text DEFAULT 'waiting' NOT NULL;--> statement-breakpoint
ALTER TABLE "minutes_quarantine" ADD COLUMN "decided_by_id" uuid;--> statement-breakpoint
ALTER TABLE "minutes_quarantine" ADD COLUMN "decided_at" timestamp(3) with time zone;