-- The worst names are dropped or renamed.
ALTER TABLE "My Schema; --"."Table ""quoted"" 'x'" DROP COLUMN "a?b:c{d}" CASCADE;
ALTER TABLE "My Schema; --"."Table ""quoted"" 'x'" RENAME COLUMN "größe €" TO size;
ALTER TABLE "My Schema; --"."Table ""quoted"" 'x'" RENAME TO sane;
ALTER TABLE "My Schema; --"."user" DROP CONSTRAINT "FK; odd";
