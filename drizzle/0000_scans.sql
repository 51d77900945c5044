CREATE TABLE "scan_reports" (
	"scan_id" text NOT NULL,
	"check_set" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "scan_reports_scan_id_check_set_pk" PRIMARY KEY("scan_id","check_set")
);
--> statement-breakpoint
CREATE TABLE "scan_snapshots" (
	"scan_id" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scans" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint GENERATED ALWAYS AS IDENTITY (sequence name "scans_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"status" text NOT NULL,
	"started_at" text NOT NULL,
	"finished_at" text,
	"account_id" text,
	"identity_arn" text,
	"request" jsonb NOT NULL,
	"failure" jsonb
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "scan_reports" ADD CONSTRAINT "scan_reports_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scan_snapshots" ADD CONSTRAINT "scan_snapshots_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE cascade ON UPDATE no action;