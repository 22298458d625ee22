-- Notes get a table of their own.
CREATE TABLE notes (id int NOT NULL AUTO_INCREMENT PRIMARY KEY, t int NOT NULL, body text, CONSTRAINT notes_t FOREIGN KEY (t) REFERENCES t (id) ON DELETE CASCADE);
ALTER TABLE t ADD COLUMN kind enum('x','y') NOT NULL DEFAULT 'x', ADD INDEX t_kind (kind);
CREATE OR REPLACE VIEW v AS SELECT t.id, n.body FROM t LEFT JOIN notes n ON n.t = t.id;
