INSERT INTO "My Schema; --".sane ("select", size) VALUES ('new', 9.75);
UPDATE "My Schema; --".sane SET "MixedCase" = false, "col; DROP" = NULL WHERE "ID" = 1;
DELETE FROM "My Schema; --".sane WHERE "ID" = 7;
INSERT INTO "My Schema; --"."user" VALUES (4, 8);
