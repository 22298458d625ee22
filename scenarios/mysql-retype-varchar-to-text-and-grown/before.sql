CREATE TABLE notes (id int PRIMARY KEY, body varchar(20) NOT NULL DEFAULT '-', KEY notes_body (body));
INSERT INTO notes VALUES (1,'one '),(2,''),(3,'three');
