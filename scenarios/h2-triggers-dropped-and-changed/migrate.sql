-- One trigger goes, one does something else, and the table loses a column under both.
ALTER TABLE t DROP COLUMN w;
DROP TRIGGER changed;
CREATE TRIGGER changed BEFORE INSERT ON t FOR EACH ROW AS 'org.h2.api.Trigger create() { return (c, o, n) -> { }; }';
