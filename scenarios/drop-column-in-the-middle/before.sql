CREATE TABLE employees (
    id         serial PRIMARY KEY,
    first_name varchar(50) NOT NULL,
    nickname   varchar(50) DEFAULT 'none' COLLATE "C",
    last_name  varchar(50) NOT NULL,
    salary     numeric(12,2)
);
COMMENT ON COLUMN employees.nickname IS 'What colleagues say';
CREATE INDEX employees_nickname_idx ON employees (nickname);
CREATE INDEX employees_names_idx ON employees (last_name, nickname, first_name);
INSERT INTO employees (first_name, nickname, last_name, salary)
SELECT 'First' || i, CASE WHEN i % 3 = 0 THEN NULL ELSE 'Nick "' || i || '"' END, 'Last' || i, 1000.5 * i
FROM generate_series(1, 12) i;
INSERT INTO employees (first_name, nickname, last_name, salary) VALUES ('Ünal', '', 'D''Arc', 99999999.99);
