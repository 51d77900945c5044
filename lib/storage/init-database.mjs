// @ts-check
// Creates an empty database in the folder named by the first argument. A process of its own, because the
// memory that initdb takes (about 500 MB) is given back only when its process ends.
import { argv } from "node:process";
import { PGlite } from "@electric-sql/pglite";

const database = await PGlite.create(String(argv[2]));
await database.close();
