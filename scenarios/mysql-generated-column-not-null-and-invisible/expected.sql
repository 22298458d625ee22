INSERT INTO g (id, a, hidden) VALUES (4,'w',4);
UPDATE g SET hidden = 20 WHERE id = 2;
DELETE FROM g WHERE id = 3;
