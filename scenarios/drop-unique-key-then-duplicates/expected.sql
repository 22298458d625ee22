-- CODE3 exists twice and the newer row steps aside; CODE4 is free again, since its first row was deleted.
INSERT INTO coupons (code, pct) VALUES ('FRESH', 15);
SELECT nextval('coupons_id_seq');
UPDATE coupons SET pct = 99 WHERE id = 3;
DELETE FROM coupons WHERE id = 4;
INSERT INTO coupons (code, pct) VALUES ('CODE4', 44);
