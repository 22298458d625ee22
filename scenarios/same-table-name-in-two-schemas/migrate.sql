-- The column "extra" is dropped in one of them and retyped in the other.
ALTER TABLE public.items DROP COLUMN extra;
ALTER TABLE app.items ALTER COLUMN v TYPE text;
DROP INDEX app.items_v_idx;
