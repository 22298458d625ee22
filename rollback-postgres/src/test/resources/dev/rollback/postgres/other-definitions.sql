-- Definitions of everything.sql, changed so that they can be changed back in place.
ALTER DOMAIN app.positive DROP DEFAULT;
ALTER DOMAIN "Odd.Schema"."a%sb'c" DROP CONSTRAINT "%I '";
ALTER DOMAIN app.label SET NOT NULL;
ALTER DOMAIN app.label ADD CONSTRAINT "less '%I" CHECK (VALUE < 'z') NOT VALID;
ALTER DOMAIN app.label SET DEFAULT 'some';
CREATE OR REPLACE FUNCTION app.slug(title text, sep text DEFAULT '+') RETURNS text LANGUAGE sql AS 'SELECT title';
CREATE OR REPLACE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$;
CREATE OR REPLACE FUNCTION app.slug(title text, sep text DEFAULT '-') RETURNS text LANGUAGE sql AS 'SELECT title';
CREATE OR REPLACE AGGREGATE app.total(integer) (SFUNC = app.plus, STYPE = integer, INITCOND = '5');
CREATE OR REPLACE VIEW app.active AS SELECT u.id, u.name, u.feeling, app.slug(u.name::text, '+') AS slug FROM app.users u;
CREATE OR REPLACE VIEW app.values_view (a, b) AS VALUES (3, 'z'::text);
CREATE OR REPLACE TRIGGER touch AFTER DELETE ON app.users FOR EACH ROW EXECUTE FUNCTION app.touch();
CREATE OR REPLACE RULE keep AS ON DELETE TO app.cache DO ALSO NOTHING;
ALTER POLICY own ON app.orders TO PUBLIC USING (false) WITH CHECK (false);
ALTER PUBLICATION app_pub SET (publish = 'delete', publish_via_partition_root = false);
