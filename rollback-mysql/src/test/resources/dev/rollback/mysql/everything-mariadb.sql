CREATE TABLE only_mariadb (
  id int NOT NULL,
  v varchar(20) CHECK (v <> 'it''s'),
  squeezed text COMPRESSED DEFAULT NULL,
  u uuid DEFAULT uuid(),
  ip inet6,
  spot point REF_SYSTEM_ID=4326,
  expr int DEFAULT (1 + 2),
  KEY ignored_ (v) IGNORED,
  PRIMARY KEY (id)
) ENGINE=InnoDB PAGE_COMPRESSED=1;
CREATE TABLE versioned (id int, v int WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING;
CREATE TABLE versioned_explicit (id int, s timestamp(6) GENERATED ALWAYS AS ROW START, e timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING;
CREATE SEQUENCE numbers START WITH 100 INCREMENT BY 5 MINVALUE 10 MAXVALUE 10000 CACHE 7 CYCLE;
CREATE SEQUENCE `down ``s` INCREMENT BY -1 NOCACHE;
SELECT NEXTVAL(numbers);
CREATE TABLE with_sequence (id bigint DEFAULT nextval(numbers), v int);
