-- The child table goes.
DROP TABLE c;
