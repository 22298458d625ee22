-- They change their names.
RENAME TABLE a TO tmp, b TO a, tmp TO b;
