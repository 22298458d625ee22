CREATE SCHEMA "My Schema; --";
CREATE TYPE "My Schema; --"."Type ""q""" AS ENUM ('a''b', 'c;d', 'ü');
CREATE SEQUENCE "My Schema; --"."Seq %s $1";
CREATE TABLE "My Schema; --"."Table ""quoted"" 'x'" (
    "ID"             integer NOT NULL DEFAULT nextval('"My Schema; --"."Seq %s $1"'),
    "select"         text,
    "col; DROP"      "My Schema; --"."Type ""q""",
    "größe €"        numeric(6,2) DEFAULT 1.5,
    "MixedCase"      boolean NOT NULL DEFAULT true,
    "a?b:c{d}"       text COLLATE "C",
    CONSTRAINT "Key Constraint" PRIMARY KEY ("ID"),
    CONSTRAINT "chk ""1""" CHECK ("größe €" > 0)
);
CREATE TABLE "My Schema; --"."user" (
    "order" integer PRIMARY KEY,
    "group" integer CONSTRAINT "FK; odd" REFERENCES "My Schema; --"."Table ""quoted"" 'x'" ("ID")
);
CREATE INDEX "Index on ""select""" ON "My Schema; --"."Table ""quoted"" 'x'" ("select", lower("a?b:c{d}"));
CREATE VIEW "My Schema; --"."View 1" AS SELECT "ID" AS "Id", "a?b:c{d}" FROM "My Schema; --"."Table ""quoted"" 'x'";
COMMENT ON COLUMN "My Schema; --"."Table ""quoted"" 'x'"."a?b:c{d}" IS '? and $1 and {fn x}';
INSERT INTO "My Schema; --"."Table ""quoted"" 'x'" ("select", "col; DROP", "a?b:c{d}")
SELECT 'row ' || i, (ARRAY['a''b', 'c;d', 'ü'])[1 + i % 3]::"My Schema; --"."Type ""q""", '?' || i FROM generate_series(1, 7) i;
INSERT INTO "My Schema; --"."user" SELECT i, i FROM generate_series(1, 3) i;
