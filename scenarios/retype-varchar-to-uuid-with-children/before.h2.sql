CREATE TABLE accounts (
    id    varchar(36) CONSTRAINT accounts_pkey PRIMARY KEY,
    owner varchar NOT NULL
);
CREATE TABLE transfers (
    id         varchar(36) CONSTRAINT transfers_pkey PRIMARY KEY,
    account_id varchar(36) NOT NULL CONSTRAINT transfers_account_id_fkey REFERENCES accounts (id) ON DELETE CASCADE ON UPDATE CASCADE,
    amount     numeric(14,2) NOT NULL
);
CREATE INDEX transfers_account_id_idx ON transfers (account_id);
INSERT INTO accounts
SELECT 'a0000000-0000-4000-8000-' || lpad(i::varchar, 12, '0'), 'Owner ' || i FROM (SELECT CAST(x AS integer) AS i FROM SYSTEM_RANGE(1, 6)) s;
-- An old importer wrote upper case.
INSERT INTO accounts VALUES ('ABCDEF01-0000-4000-8000-00000000000A', 'Upper'), ('AbCdEf02-0000-4000-8000-00000000000b', 'Mixed');
INSERT INTO transfers
SELECT 'b0000000-0000-4000-8000-' || lpad(i::varchar, 12, '0'), 'a0000000-0000-4000-8000-' || lpad((1 + i % 6)::varchar, 12, '0'), i * 3.33
FROM (SELECT CAST(x AS integer) AS i FROM SYSTEM_RANGE(1, 12)) s;
INSERT INTO transfers VALUES
    ('B0000000-FFFF-4000-8000-000000000001', 'ABCDEF01-0000-4000-8000-00000000000A', 1),
    ('b0000000-ffff-4000-8000-000000000002', 'AbCdEf02-0000-4000-8000-00000000000b', 2);
