-- SPDX-License-Identifier: Apache-2.0
-- A journal application before the migration: keys are UUIDs, stored as text.
CREATE DATABASE journal CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
USE journal;
CREATE TABLE users (
    id           varchar(36)  NOT NULL PRIMARY KEY,
    customer_no  int          NOT NULL AUTO_INCREMENT UNIQUE,
    email        varchar(255) NOT NULL,
    phone        varchar(40) COMMENT 'For reminders by text message',
    display_name varchar(120) NOT NULL,
    is_active    boolean      NOT NULL DEFAULT true,
    created_at   timestamp    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at   timestamp    NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP
) COMMENT 'People who keep a journal';
CREATE TABLE journal_entries (
    id         varchar(36) NOT NULL PRIMARY KEY,
    user_id    varchar(36) NOT NULL,
    mood       smallint    NOT NULL CHECK (mood BETWEEN 1 AND 5),
    body       text        NOT NULL,
    letters    int         GENERATED ALWAYS AS (char_length(body)) STORED,
    written_at datetime    NOT NULL
);
CREATE TABLE tags (
    id       varchar(36) NOT NULL PRIMARY KEY,
    entry_id varchar(36) NOT NULL,
    name     varchar(60) NOT NULL,
    UNIQUE (entry_id, name)
);
CREATE TABLE reminders (
    id        varchar(36) NOT NULL PRIMARY KEY,
    user_id   varchar(36) NOT NULL,
    remind_at datetime    NOT NULL,
    message   text
);
CREATE TABLE metrics (
    id       bigint        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    device   int           NOT NULL,
    value    decimal(10,2) NOT NULL,
    taken_at datetime      NOT NULL
);
CREATE VIEW active_users AS
    SELECT id, email, phone, display_name FROM users WHERE is_active;
CREATE VIEW user_activity AS
    SELECT u.id, u.email, count(e.id) AS entries, max(e.written_at) AS last_written
    FROM users u LEFT JOIN journal_entries e ON e.user_id = u.id
    GROUP BY u.id, u.email;
