-- A child table and a key to it.
CREATE TABLE extra (id int AUTO_INCREMENT PRIMARY KEY, p int, CONSTRAINT extra_p FOREIGN KEY (p) REFERENCES p (id));
ALTER TABLE p ADD extra int, ADD CONSTRAINT p_extra FOREIGN KEY (extra) REFERENCES extra (id);
