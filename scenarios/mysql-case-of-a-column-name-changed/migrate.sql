-- Two columns get longer, and their names another case: to the server they are the same ones.
ALTER TABLE approvals MODIFY username varchar(255) NOT NULL, MODIFY Note varchar(40);
