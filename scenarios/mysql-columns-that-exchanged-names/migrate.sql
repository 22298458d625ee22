-- The columns are thought to be mixed up and exchange their names; they were right.
ALTER TABLE places CHANGE lat lon decimal(9,6) NOT NULL, CHANGE lon lat decimal(9,6) NOT NULL;
