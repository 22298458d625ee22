CREATE TABLE samples (label text, v integer, lab text);
INSERT INTO samples VALUES ('twin', 1, 'north'), ('twin', 1, 'south'), ('x', 2, NULL);
