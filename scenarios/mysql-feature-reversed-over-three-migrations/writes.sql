INSERT INTO collectors VALUES (1, 'snmp');
INSERT INTO collector_runs VALUES (1, 1);
INSERT INTO hosts (name, data_source) VALUES ('cache', 'import');
INSERT INTO host_labels VALUES (3, 'zone', 'c');
INSERT INTO metrics (host, taken, value, data_source) VALUES (3, '2024-04-01', 4, 'snmp'), (77, '2024-04-02', 5, 'agent');
INSERT INTO metrics (id, host, taken, value) VALUES (1, 1, '2024-05-05', 99);
UPDATE metrics SET value = 2.5 WHERE id = 2;
UPDATE hosts SET name = 'db1' WHERE id = 2;
DELETE FROM metrics WHERE id = 3;
