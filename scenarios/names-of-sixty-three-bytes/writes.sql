INSERT INTO a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor
    (b_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo) VALUES ('new');
INSERT INTO a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mos VALUES (7, 7);
UPDATE a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mos SET parent = 6 WHERE id = 1;
DELETE FROM a_table_name_that_is_exactly_sixty_three_bytes_long_no_byte_mor
WHERE b_column_name_that_is_exactly_sixty_three_bytes_long_no_byte_mo = 'b2';
