--! index ignored => index %schema%.only_mariadb.ignored_
ALTER TABLE only_mariadb ALTER INDEX ignored_ NOT IGNORED;
--! compression => table %schema%.only_mariadb
ALTER TABLE only_mariadb PAGE_COMPRESSED = 0;
--! column compression => table %schema%.only_mariadb
ALTER TABLE only_mariadb MODIFY squeezed text DEFAULT NULL;
--! check of a column => table %schema%.only_mariadb
ALTER TABLE only_mariadb MODIFY v varchar(20);
--! sequence cache => sequence %schema%.numbers
ALTER SEQUENCE numbers CACHE 8;
--! sequence bounds => sequence %schema%.numbers
ALTER SEQUENCE numbers MAXVALUE 20000;
--! sequence dropped => sequence %schema%.down `s
DROP SEQUENCE `down ``s`;
--! versioning => table %schema%.by_hash
ALTER TABLE by_hash REMOVE PARTITIONING;
ALTER TABLE by_hash ADD SYSTEM VERSIONING;
