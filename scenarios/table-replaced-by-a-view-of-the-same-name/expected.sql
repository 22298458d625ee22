INSERT INTO members (name, email) VALUES ('Member 7', 'm7@example.com');
UPDATE members SET email = 'via-view@example.com' WHERE id = 1;
DELETE FROM members WHERE id = 2;
