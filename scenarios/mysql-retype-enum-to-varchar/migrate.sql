-- States become free words.
ALTER TABLE tasks MODIFY state varchar(30) NOT NULL DEFAULT 'open';
