-- A column whose name has an apostrophe is shown by a view, and the table is rebuilt under it
UPDATE "t1" SET "c5%" = 70000 WHERE "c5%" IS NULL;
ALTER TABLE "t1" ALTER COLUMN "c5%" SET NOT NULL;
CREATE VIEW "v13's" AS SELECT "id2-x", "k3", "c5%" AS "c5%+" FROM "t1" WHERE "c5%" IS NOT NULL;
