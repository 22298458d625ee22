-- Times that nobody reads are dropped.
ALTER TABLE t DROP a, DROP b, DROP c, DROP d, DROP e, DROP f, ADD note varchar(10);
