INSERT INTO realm VALUES ('r9', 'c3');
INSERT INTO template VALUES ('t9', 'r9');
INSERT INTO client VALUES ('c9', 't9');
