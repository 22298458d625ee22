INSERT INTO coupons (code, pct) VALUES ('FRESH', 15), ('CODE3', 50);
UPDATE coupons SET pct = 99 WHERE id = 3;
DELETE FROM coupons WHERE id = 4;
INSERT INTO coupons (code, pct) VALUES ('CODE4', 44);
