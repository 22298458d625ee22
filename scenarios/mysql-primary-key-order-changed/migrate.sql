-- The second column first.
ALTER TABLE k DROP PRIMARY KEY, ADD PRIMARY KEY (b, a);
