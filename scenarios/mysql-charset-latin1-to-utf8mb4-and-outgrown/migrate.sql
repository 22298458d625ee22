-- Names of the whole world.
ALTER TABLE names CONVERT TO CHARACTER SET utf8mb4;
