CREATE TABLE "scan_reads" (
	"scan_id" text NOT NULL,
	"name" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "scan_reads_scan_id_name_pk" PRIMARY KEY("scan_id","name")
);
--> statement-breakpoint
ALTER TABLE "scan_reads" ADD CONSTRAINT "scan_reads_scan_id_scans_id_fk" FOREIGN KEY ("scan_id") REFERENCES "public"."scans"("id") ON DELETE cascade ON UPDATE no action;