CREATE DOMAIN email_address AS varchar(60) COLLATE "C" DEFAULT 'nobody@x' NOT NULL
    CONSTRAINT email_address_at CHECK (VALUE LIKE '%@%');
COMMENT ON DOMAIN email_address IS 'Has an @';
CREATE DOMAIN percent AS numeric(5,2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE TABLE people (
    id    serial PRIMARY KEY,
    mail  email_address,
    share percent
);
INSERT INTO people (mail, share) SELECT 'p' || i || '@example.com', i * 9.99 FROM generate_series(1, 9) i;
