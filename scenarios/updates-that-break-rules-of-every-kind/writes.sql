UPDATE slots SET span = '[4,8)', weight = 600, title = 'uno' WHERE id = 1;
UPDATE slots SET colour = NULL, title = 'due' WHERE id = 2;
UPDATE slots SET mail = 'ANN@x' WHERE id = 6;
INSERT INTO slots (id, span, colour, mail, low, high, weight, title) VALUES (5, '[20,30)', 'green', 'eve@x', 5, 6, 7, 'five');
UPDATE readings SET n = -1, lot = 7 WHERE id = 1;
UPDATE readings SET lot = 200, n = 20 WHERE id = 2;
UPDATE tags SET label = NULL WHERE slot = 1;
UPDATE tags SET label = 'bb' WHERE slot = 2;
DELETE FROM tags WHERE slot = 3;
