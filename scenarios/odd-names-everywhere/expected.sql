INSERT INTO "My Schema; --"."Table ""quoted"" 'x'" ("select", "größe €") VALUES ('new', 9.75);
UPDATE "My Schema; --"."Table ""quoted"" 'x'" SET "MixedCase" = false, "col; DROP" = NULL WHERE "ID" = 1;
DELETE FROM "My Schema; --"."Table ""quoted"" 'x'" WHERE "ID" = 7;
INSERT INTO "My Schema; --"."user" VALUES (4, 8);
