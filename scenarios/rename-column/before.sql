CREATE TABLE users (
    id        serial PRIMARY KEY,
    username  varchar(40) NOT NULL UNIQUE,
    mail      varchar(200),
    CONSTRAINT users_mail_check CHECK (mail LIKE '%@%')
);
CREATE INDEX users_lower_mail_idx ON users (lower(mail));
CREATE VIEW user_mails AS SELECT id, mail FROM users WHERE mail IS NOT NULL;
INSERT INTO users (username, mail)
SELECT 'user' || i, CASE WHEN i % 5 = 0 THEN NULL ELSE 'User' || i || '@Example.com' END FROM generate_series(1, 15) i;
