-- Notes become long.
ALTER TABLE notes DROP KEY notes_body, MODIFY body longtext;
