-- Yellow is called amber by the standard.
ALTER TYPE traffic RENAME VALUE 'yellow' TO 'amber';
ALTER TYPE traffic RENAME TO signal;
