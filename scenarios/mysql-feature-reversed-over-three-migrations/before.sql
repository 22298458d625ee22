CREATE TABLE hosts (id int NOT NULL AUTO_INCREMENT, name varchar(40) NOT NULL, labels json, PRIMARY KEY (id), UNIQUE KEY hosts_name (name));
CREATE TABLE metrics (id bigint NOT NULL AUTO_INCREMENT, host int NOT NULL, taken datetime(3) NOT NULL, value double, hidden int INVISIBLE DEFAULT 7, tenfold double GENERATED ALWAYS AS (value * 10) STORED, PRIMARY KEY (id), KEY metrics_host_taken (host, taken), CONSTRAINT metrics_host FOREIGN KEY (host) REFERENCES hosts (id));
CREATE TABLE metric_log (n int NOT NULL AUTO_INCREMENT PRIMARY KEY, what varchar(60));
CREATE TRIGGER metrics_logged AFTER INSERT ON metrics FOR EACH ROW INSERT INTO metric_log (what) VALUES (CONCAT('metric ', NEW.id));
CREATE VIEW latest AS SELECT host, MAX(taken) AS taken FROM metrics GROUP BY host;
INSERT INTO hosts (name, labels) VALUES ('web', '{"zone": "a", "rack": 1}'), ('db', NULL);
INSERT INTO metrics (id, host, taken, value, hidden) VALUES (1, 1, '2024-01-31 23:59:59.999', 1.5, 1), (2, 2, '2024-02-01 00:00:00.000', NULL, NULL), (3, 1, '2024-03-15 12:00:00.500', -0.1, 3);
