CREATE TABLE "scan_history" (
	"scan_id" text NOT NULL,
	"check_set" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "scan_history_scan_id_check_set_pk" PRIMARY KEY("scan_id","check_set")
);
--> statement-breakpoint
ALTER TABLE "scans" ADD COLUMN "pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "scan_history" ADD CONSTRAINT "scan_history_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE cascade ON UPDATE no action;