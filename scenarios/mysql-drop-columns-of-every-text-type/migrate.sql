-- Texts, bytes and documents that nobody reads are dropped.
ALTER TABLE t DROP a, DROP b, DROP c, DROP d, DROP e, DROP f, DROP g, DROP h, DROP i, DROP j, DROP k, DROP l, DROP m, DROP n, ADD note varchar(10);
