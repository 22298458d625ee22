CREATE TABLE subscribers (
    id    serial PRIMARY KEY,
    email varchar(80) NOT NULL,
    name  text,
    CONSTRAINT subscribers_email_key UNIQUE (email)
);
INSERT INTO subscribers (email, name)
SELECT CASE WHEN i % 2 = 0 THEN 'User' || i || '@Example.COM' ELSE 'user' || i || '@example.com' END, 'N' || i
FROM generate_series(1, 12) i;
