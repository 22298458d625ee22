DELETE FROM action WHERE id = 3;
