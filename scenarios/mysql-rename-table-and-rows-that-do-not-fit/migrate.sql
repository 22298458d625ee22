-- One table is renamed while another takes longer values: rows that do not fit are found once the first has its old name again
ALTER TABLE people RENAME TO persons;
ALTER TABLE visits MODIFY COLUMN minutes varchar(60);
