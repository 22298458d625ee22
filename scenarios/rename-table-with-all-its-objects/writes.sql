INSERT INTO members (code, joined_on) VALUES ('M10', '2024-05-05');
UPDATE members SET joined_on = '2021-12-31' WHERE code = 'M3';
DELETE FROM members WHERE code = 'M9';
