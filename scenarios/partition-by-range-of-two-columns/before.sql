CREATE TABLE bookings (id int NOT NULL, year smallint NOT NULL, month tinyint NOT NULL, note varchar(20) DEFAULT 'none', PRIMARY KEY (id));
INSERT INTO bookings VALUES (1, 2023, 1, 'a'), (2, 2023, 7, 'b'), (3, 2024, 2, NULL);
