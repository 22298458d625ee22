-- Tables that point to each other in a ring (as Keycloak's): a reference is rewritten, and the rows that it led to go.
CREATE TABLE later (id integer PRIMARY KEY);
UPDATE realm SET master = 'c3' WHERE id = 'r2';
DELETE FROM client WHERE id = 'c2';
DELETE FROM template WHERE id = 't2';
DELETE FROM realm WHERE id = 'r3';
UPDATE template SET realm_id = 'r2';
