INSERT INTO field VALUES (10, 3, 'phone');
