INSERT INTO member (code, joined) VALUES ('M10', '2024-05-05');
UPDATE member SET joined = '2021-12-31' WHERE code = 'M3';
DELETE FROM member WHERE code = 'M9';
