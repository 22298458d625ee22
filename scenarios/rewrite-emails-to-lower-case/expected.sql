-- Row 4 was written since, so its address stays as it is now; rows 8, 10 and 12 come back in mixed case.
INSERT INTO subscribers (email, name) VALUES ('new@example.com', 'New');
UPDATE subscribers SET email = 'two@example.com' WHERE id = 2;
UPDATE subscribers SET name = 'Four', email = 'user4@example.com' WHERE id = 4;
DELETE FROM subscribers WHERE id = 6;
