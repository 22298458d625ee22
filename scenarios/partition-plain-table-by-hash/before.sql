CREATE TABLE events (id bigint NOT NULL AUTO_INCREMENT, tenant int NOT NULL, body text, PRIMARY KEY (id, tenant)) COMMENT='all events';
INSERT INTO events VALUES (1, 1, 'one'), (2, 5, ''), (3, 9, NULL);
