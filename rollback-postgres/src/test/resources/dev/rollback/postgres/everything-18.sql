-- What PostgreSQL 18 has on top.
CREATE TABLE app.newer (
    id integer CONSTRAINT "has id" NOT NULL,
    a integer NOT NULL NO INHERIT,
    b integer,
    twice integer GENERATED ALWAYS AS (a * 2) VIRTUAL,
    during daterange,
    other integer,
    CONSTRAINT newer_pk PRIMARY KEY (id, during WITHOUT OVERLAPS),
    CONSTRAINT not_enforced CHECK (a > 0) NOT ENFORCED
);
ALTER TABLE app.newer ADD CONSTRAINT late_not_null NOT NULL b NOT VALID;
ALTER TABLE app.newer ADD CONSTRAINT newer_fk FOREIGN KEY (other, PERIOD during)
    REFERENCES app.newer (id, PERIOD during);
ALTER TABLE app.newer ADD CONSTRAINT loose_fk FOREIGN KEY (a, PERIOD during)
    REFERENCES app.newer (id, PERIOD during) NOT ENFORCED;
CREATE DOMAIN app.named_not_null AS text CONSTRAINT must_be_there NOT NULL;
CREATE COLLATION app.builtin (provider = builtin, locale = 'C.UTF-8');
CREATE PUBLICATION generated_pub FOR TABLE app.newer WITH (publish_generated_columns = stored);
CREATE TABLE app.numbered (id bigint GENERATED ALWAYS AS IDENTITY, k integer) PARTITION BY LIST (k);
CREATE TABLE app.numbered_1 PARTITION OF app.numbered FOR VALUES IN (1);
