-- Words become states.
ALTER TABLE tasks MODIFY state enum('open','done') NOT NULL;
