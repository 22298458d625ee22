-- Children are loaded before their parents.
ALTER TABLE c DROP FOREIGN KEY c_p;
