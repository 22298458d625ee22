-- Flags are boolean.
ALTER TABLE switches ALTER COLUMN "on" DROP DEFAULT;
ALTER TABLE switches ALTER COLUMN "on" TYPE boolean USING "on"::boolean;
ALTER TABLE switches ALTER COLUMN "on" SET DEFAULT false;
ALTER TABLE switches DROP COLUMN locked;
