-- A number becomes the key, the code stays unique.
ALTER TABLE k DROP PRIMARY KEY, ADD id int NOT NULL AUTO_INCREMENT PRIMARY KEY FIRST, ADD UNIQUE KEY k_code (code);
